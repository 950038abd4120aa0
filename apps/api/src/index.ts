export { createApp } from './app.ts'
export type { ApiContext } from './context.ts'
export { readEnvironment } from './environment.ts'

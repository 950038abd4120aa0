export type { CompileContext } from './check-configs.ts'
export { type Compiled, compile } from './compile.ts'
export { targetsOf } from './fuse.ts'

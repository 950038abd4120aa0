export * from './channel.ts'
export * from './configured.ts'
export * from './email/email.ts'
export * from './inbox.ts'

import { isLoopback } from './rim/hosts.ts'

/** What the process was told at its start; see the table of start-up variables in the README. */
export interface Environment {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  readonly token: string | null
  /** Names under which this installation may be reached besides its own addresses. */
  readonly hosts: readonly string[]
  readonly channels: readonly string[]
  /** The launcher's list of processes; absent where something else starts them. */
  readonly runFile: string | null
  readonly version: string
}

/** Reads the variables; throws one sentence that names the variable at fault. */
export function readEnvironment(env: NodeJS.ProcessEnv, channels: readonly string[]): Environment {
  const host = env.HOST ?? '127.0.0.1'
  const token = env.MILLRACE_TOKEN || null
  if (token === null && !isLoopback(host)) {
    throw new Error(
      `HOST is ${host}, which others can reach. Set MILLRACE_TOKEN, or leave HOST at 127.0.0.1.`,
    )
  }
  return {
    host,
    port: readPort(env.PORT ?? '4600'),
    databaseUrl: required(env, 'DATABASE_URL'),
    temporalAddress: required(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    token,
    hosts: (env.MILLRACE_HOSTS ?? '').split(',').filter((name) => name !== ''),
    channels,
    runFile: env.MILLRACE_RUN_FILE ?? null,
    version: env.npm_package_version ?? '0.1.0',
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set.`)
  return value
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is ${text}: give a number up to 65535.`)
  return port
}

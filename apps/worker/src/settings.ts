import { availableParallelism } from 'node:os'

/** What the process was told at its start. */
export interface Settings {
  readonly databaseUrl: string
  readonly temporal: { readonly address: string; readonly namespace: string }
  /** Workflows kept in memory, at about 130 kB each; one that is not there is replayed from its short history. */
  readonly cachedWorkflows: number
  /** Blocks that run at the same time, each in a transaction of its own. */
  readonly concurrency: number
  /** Threads that run workflow code; a block's own work is not theirs. */
  readonly threads: number
  /** How often the sweeper looks for what was missed; 0 switches it off. */
  readonly sweepSeconds: number
}

/** Reads the variables; throws one sentence that names the one at fault. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const databaseUrl = env.DATABASE_URL
  if (!databaseUrl) throw new Error('DATABASE_URL is not set.')
  const whole = (name: string, { usual, least }: { usual: number; least: number }) => {
    const value = Number(env[name] || usual)
    if (Number.isSafeInteger(value) && value >= least) return value
    throw new Error(`${name} is ${env[name]}: give a whole number of at least ${least}.`)
  }
  return {
    databaseUrl,
    temporal: {
      address: env.TEMPORAL_ADDRESS || '127.0.0.1:7233',
      namespace: env.TEMPORAL_NAMESPACE || 'default',
    },
    cachedWorkflows: whole('MILLRACE_WORKFLOW_CACHE', { usual: 600, least: 2 }),
    concurrency: whole('MILLRACE_WORKER_CONCURRENCY', { usual: 40, least: 2 }),
    threads: whole('MILLRACE_WORKER_THREADS', { usual: usualThreads(), least: 1 }),
    sweepSeconds: whole('MILLRACE_SWEEP_SECONDS', { usual: 30, least: 0 }),
  }
}

/** Each thread takes some 80 MB before its first workflow, and keeps up with hundreds of them in a second. */
function usualThreads(): number {
  return Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)))
}

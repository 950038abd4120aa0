import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Db } from '@millrace/database'
import { until } from './until.ts'

const MAIN = join(import.meta.dirname, '../../../apps/worker/src/main.ts')

/** What a worker process of a test is told. */
export interface WorkerStart {
  readonly db: Db
  readonly databaseUrl: string
  readonly temporal: string
  readonly env?: Readonly<Record<string, string>>
}

/** A worker as a process of its own, as the product runs it. */
export class WorkerProcess {
  readonly child: ChildProcess
  log = ''

  constructor({ databaseUrl, temporal, env }: WorkerStart) {
    this.child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: temporal,
        MILLRACE_SWEEP_SECONDS: '0',
        MILLRACE_WORKER_THREADS: '1',
        ...env,
      },
    })
    this.child.stderr?.on('data', (chunk) => {
      this.log += chunk
    })
  }

  /** Resolves once it says that it works; rejects with its log when it does not come up. */
  async works(db: Db): Promise<void> {
    await until(
      async () => {
        if (this.child.exitCode !== null) throw new Error(`The worker ended:\n${this.log}`)
        const beat = await db.selectFrom('heartbeat').select('detail').executeTakeFirst()
        return Object(beat?.detail).pid === this.child.pid
      },
      { what: 'the worker' },
    )
  }

  /** Ends it as the launcher does; answers its exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit')
      this.child.kill(signal)
      await gone
    }
    return this.child.exitCode
  }
}

/** Starts a worker and waits until it works. */
export async function startWorker(start: WorkerStart): Promise<WorkerProcess> {
  const worker = new WorkerProcess(start)
  await worker.works(start.db)
  return worker
}

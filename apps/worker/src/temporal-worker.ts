import { setTimeout as sleep } from 'node:timers/promises'
import { taskQueueOf } from '@millrace/workflows'
import type { Activities } from '@millrace/workflows/contact-journey'
import { NativeConnection, Worker } from '@temporalio/worker'
import { describeError } from './describe-error.ts'
import { log } from './log.ts'
import type { Settings } from './settings.ts'
import { workerOptions } from './worker-options.ts'

/** What a worker of an installation is made of. */
export interface WorkerParts {
  readonly settings: Settings
  readonly installation: string
  readonly activities: Activities
  readonly workflowBundle: { readonly code: string }
}

/** A worker that has yet to run, and the connection it shares with the relay. */
export interface ConnectedWorker {
  readonly connection: NativeConnection
  readonly worker: Worker
}

/** Connects to Temporal, for as long as it takes to come up; null once `signal` aborts. */
export async function connectWorker(
  parts: WorkerParts,
  signal: AbortSignal,
): Promise<ConnectedWorker | null> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const connected = await connect(parts)
      if (failures > 0) log('Temporal: connected')
      return connected
    } catch (error) {
      if (failures === 0) log(`Temporal: not there yet, keeps trying: ${describeError(error)}`)
      await sleep(300, undefined, { signal }).catch(() => {})
    }
  }
  return null
}

async function connect({ settings, installation, ...parts }: WorkerParts): Promise<ConnectedWorker> {
  const { address, namespace } = settings.temporal
  const connection = await NativeConnection.connect({ address })
  try {
    const taskQueue = taskQueueOf(installation)
    const options = { ...workerOptions(settings), ...parts, connection, namespace, taskQueue }
    return { connection, worker: await Worker.create(options) }
  } catch (error) {
    await connection.close()
    throw error
  }
}

import { OUTBOX_CHANNEL } from '@millrace/audience'
import { configuredChannels } from '@millrace/channels'
import { openDatabase, systemClock } from '@millrace/database'
import { DELIVERY_CHANNEL, type Engine } from '@millrace/engine'
import { GracefulShutdownPeriodExpiredError, type Worker } from '@temporalio/worker'
import { createActivities } from './activities.ts'
import { workflowBundle } from './bundle.ts'
import { engineLog } from './engine-log.ts'
import { startHeartbeat } from './heartbeat.ts'
import { waitForInstallation } from './installation.ts'
import { listen } from './listen.ts'
import { startLoop } from './loop.ts'
import { relayOnce } from './relay/relay.ts'
import { temporalCalls } from './relay/temporal-calls.ts'
import { installRuntime } from './runtime.ts'
import { startSender } from './sender.ts'
import { readSettings } from './settings.ts'
import { startSweeper } from './sweeper.ts'
import { connectWorker } from './temporal-worker.ts'

const PATIENCE_MS = 3000

const settings = readSettings(process.env)
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
installRuntime()

// Blocks have their own connections, so that nothing else makes them wait, and give up before Temporal does.
const blocks = openDatabase(withParameter(settings.databaseUrl, 'statement_timeout', '4500'), { max: 12 })
const db = openDatabase(settings.databaseUrl, { max: 8 })
const engine: Engine = { db, clock: systemClock, log: engineLog() }
const activities = createActivities({ ...engine, db: blocks })

const [installation, bundle] = await Promise.all([waitForInstallation(db, stopping.signal), workflowBundle()])
if (installation !== null) await work(installation)
await Promise.all([blocks.destroy(), db.destroy()])
process.exit(0)

async function work(installation: string): Promise<void> {
  const channels = configuredChannels(process.env)
  const senders = channels.map((channel) => startSender(engine, channel))
  const sweepers = settings.sweepSeconds > 0 ? [startSweeper(engine, settings.sweepSeconds)] : []
  const parts = { settings, installation, activities, workflowBundle: bundle }
  const connected = await connectWorker(parts, stopping.signal)
  if (connected !== null) {
    const { connection, worker } = connected
    const { namespace } = settings.temporal
    const calls = temporalCalls(connection, { installation, namespace })
    const relay = startLoop('relay', { everyMs: 250, work: () => relayOnce(db, calls) })
    const heartbeat = startHeartbeat(engine, () => worker.getState() === 'RUNNING')
    const listener = listen(settings.databaseUrl, {
      [OUTBOX_CHANNEL]: () => relay.wake(),
      [DELIVERY_CHANNEL]: () => {
        for (const sender of senders) sender.wake()
      },
    })
    const quieted = stopRequested().then(() =>
      Promise.all([listener, heartbeat, relay].map((part) => part.stop())),
    )
    await runUntilStopped(worker)
    await quieted
    await connection.close()
  }
  await Promise.all([...senders, ...sweepers].map((loop) => loop.stop()))
  for (const channel of channels) channel.close()
}

async function runUntilStopped(worker: Worker): Promise<void> {
  try {
    await worker.runUntil(stopRequested())
  } catch (error) {
    if (!(error instanceof GracefulShutdownPeriodExpiredError)) throw error
  }
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.signal.aborted) resolve()
    else stopping.signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function stop(): void {
  stopping.abort()
  // What is cut off here is in PostgreSQL as not yet done.
  setTimeout(() => process.exit(0), PATIENCE_MS).unref()
}

function withParameter(url: string, name: string, value: string): string {
  const changed = new URL(url)
  changed.searchParams.set(name, value)
  return changed.href
}

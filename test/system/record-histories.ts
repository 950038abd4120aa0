/** Records a history of every scenario on a real Temporal, for replay.test.ts: `node test/system/record-histories.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { taskQueueOf, workflowIdOf } from '@millrace/workflows'
import { Client } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { NativeConnection, Worker } from '@temporalio/worker'
import { workflowBundle } from '../../apps/worker/src/bundle.ts'
import { temporalCalls } from '../../apps/worker/src/relay/temporal-calls.ts'
import { installRuntime } from '../../apps/worker/src/runtime.ts'
import { ownTemporal } from './support/own-temporal.ts'
import { type Scenario, scenarios, type Turn } from './support/scenarios.ts'
import { until } from './support/until.ts'

const INSTALLATION = 'recorded'
const FOLDER = join(import.meta.dirname, '../histories')

installRuntime()
await using temporal = await ownTemporal()
const connection = await NativeConnection.connect({ address: temporal.address })
const client = new Client({ connection })
const calls = temporalCalls(connection, { installation: INSTALLATION, namespace: 'default' })
const bundle = await workflowBundle()
const blocks = new Map<string, number>()
await mkdir(FOLDER, { recursive: true })
for (const [name, scenario] of Object.entries(scenarios)) {
  await record(name, scenario)
  console.log(name)
}
await connection.close()
await temporal[Symbol.asyncDispose]()
process.exit(0)

async function record(name: string, { turns, meanwhile }: Scenario): Promise<void> {
  let worker = await startWorker(turns)
  const ran = (count: number) => until(() => (blocks.get(name) ?? 0) >= count).then(() => {})
  const handle = client.workflow.getHandle(workflowIdOf(INSTALLATION, name))
  await calls.start(name)
  const { runId } = await handle.describe()
  await ran(1)
  await sleep(200)
  await meanwhile?.({
    nudge: () => calls.nudge(name, `recorded-${name}`),
    ran,
    sleep: (ms) => sleep(ms),
    async withoutWorker(work) {
      await worker.stop()
      await work()
      worker = await startWorker(turns)
    },
  })
  await until(async () => (await handle.describe()).status.name !== 'RUNNING', { timeoutMs: 60_000 })
  await worker.stop()
  const firstRun = client.workflow.getHandle(workflowIdOf(INSTALLATION, name), runId)
  const history = JSON.parse(historyToJSON(await firstRun.fetchHistory()))
  await writeFile(join(FOLDER, `${name}.json`), `${JSON.stringify(history)}\n`)
}

async function startWorker(turns: readonly Turn[]): Promise<{ stop(): Promise<void> }> {
  const worker = await Worker.create({
    connection,
    // The default would record the name of this machine.
    identity: 'recorder',
    taskQueue: taskQueueOf(INSTALLATION),
    workflowBundle: bundle,
    enableNonLocalActivities: false,
    activities: { runBlock: (enrolment: string) => runBlock(enrolment, turns) },
  })
  const running = worker.run()
  return {
    async stop() {
      worker.shutdown()
      await running
    },
  }
}

async function runBlock(enrolment: string, turns: readonly Turn[]) {
  const block = blocks.get(enrolment) ?? 0
  blocks.set(enrolment, block + 1)
  const turn = turns[block] ?? { kind: 'done' }
  if (turn === 'fails') {
    const failure = ApplicationFailure.retryable('Error, code 53300', 'BlockFailed')
    throw Object.assign(failure, { stack: '' })
  }
  if ('kind' in turn) return turn
  await calls.nudge(enrolment, `recorded-${enrolment}-${block}`)
  await sleep(20)
  return turn.nudged
}

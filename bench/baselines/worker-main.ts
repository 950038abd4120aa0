import { randomUUID } from 'node:crypto'
import { inbox } from '@millrace/channels'
import { openDatabase, systemClock } from '@millrace/database'
import { DELIVERY_CHANNEL } from '@millrace/engine'
import { Client } from '@temporalio/client'
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker'
import { listen } from '../../apps/worker/src/listen.ts'
import { installRuntime } from '../../apps/worker/src/runtime.ts'
import { startSender } from '../../apps/worker/src/sender.ts'
import { readSettings } from '../../apps/worker/src/settings.ts'
import { workerOptions } from '../../apps/worker/src/worker-options.ts'
import { type Carried, runNode } from './node-effects.ts'

/** What the benchmark asks of this process, in its environment. */
const { BASELINE = 'bareLoop', STARTS = '100', WARM_UP = '40', ARGUMENT = '[]', RUNS = '[]' } = process.env
const AT_ONCE = 50

installRuntime()
const settings = readSettings(process.env)
const connection = await NativeConnection.connect({ address: settings.temporal.address })
const client = new Client({ connection })
const db = openDatabase(settings.databaseUrl, { max: 12 })
const carried: Carried[] = JSON.parse(RUNS)
const byId = new Map(carried.map((one) => [one.enrolment, one]))
const steps: (string | number)[] = JSON.parse(ARGUMENT)
const last = steps.filter((step) => typeof step === 'string').at(-1)
const waits = steps.filter((step) => typeof step === 'number')
const blocks = new Map<string, number>()
let ended = 0

const activities = {
  async block(run: string): Promise<void> {
    const count = (blocks.get(run) ?? 0) + 1
    blocks.set(run, count)
    if (count === waits.length + 1) ended++
  },
  async node(run: string, node: string): Promise<void> {
    const one = byId.get(run)
    if (one === undefined) throw new Error(`Nobody travels as ${run}.`)
    await runNode(db, one, node)
    if (node === last) ended++
  },
}

const taskQueue = `bench-${randomUUID()}`
const bundle = await bundleWorkflowCode({
  workflowsPath: new URL('./workflows.ts', import.meta.url).pathname,
})
const worker = await Worker.create({
  ...workerOptions(settings),
  enableNonLocalActivities: BASELINE === 'nodeByNode',
  maxConcurrentActivityTaskExecutions: settings.concurrency,
  connection,
  taskQueue,
  workflowBundle: bundle,
  activities,
})
// The messages of its nodes leave as the product's do.
const sender = BASELINE === 'nodeByNode' ? startSender({ db, clock: systemClock }, inbox) : undefined
const listener = listen(settings.databaseUrl, { [DELIVERY_CHANNEL]: () => sender?.wake() })
const running = worker.run()
const warm = Number(WARM_UP)
await runAll(warm)
const started = performance.now()
await runAll(Number(STARTS))
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000 }))
worker.shutdown()
await running
await sender?.stop()
await listener.stop()
await db.destroy()
await connection.close()
process.exit(0)

async function runAll(count: number): Promise<void> {
  const until = ended + count
  const runs = carried.splice(0, count).map((one) => one.enrolment)
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let run = runs.pop(); run !== undefined; run = runs.pop()) {
      await client.workflow.start(BASELINE, {
        taskQueue,
        workflowId: `${taskQueue}-${run}`,
        args: [run, BASELINE === 'bareLoop' ? waits : steps],
      })
    }
  })
  await Promise.all(lanes)
  while (ended < until) await new Promise((resolve) => setTimeout(resolve, 20))
}

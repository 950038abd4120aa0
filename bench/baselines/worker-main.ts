import { randomUUID } from 'node:crypto'
import { openDatabase } from '@millrace/database'
import { Client } from '@temporalio/client'
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker'
import { installRuntime } from '../../apps/worker/src/runtime.ts'
import { readSettings } from '../../apps/worker/src/settings.ts'
import { workerOptions } from '../../apps/worker/src/worker-options.ts'
import { runNode } from './node-effects.ts'

/** What the benchmark asks of this process, in its environment. */
const {
  BASELINE = 'bareLoop',
  STARTS = '100',
  WARM_UP = '40',
  ARGUMENT = '[]',
  JOURNEY = '',
  CONTACTS = '[]',
} = process.env
const AT_ONCE = 50

installRuntime()
const settings = readSettings(process.env)
const connection = await NativeConnection.connect({ address: settings.temporal.address })
const client = new Client({ connection })
const db = openDatabase(settings.databaseUrl, { max: 12 })
const contacts: string[] = JSON.parse(CONTACTS)
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
    await runNode(db, { contact: run, node, journey: JOURNEY })
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
const running = worker.run()
const warm = Number(WARM_UP)
await runAll(warm)
const started = performance.now()
await runAll(Number(STARTS))
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000 }))
worker.shutdown()
await running
await db.destroy()
await connection.close()
process.exit(0)

async function runAll(count: number): Promise<void> {
  const until = ended + count
  const runs = contacts.splice(0, count)
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

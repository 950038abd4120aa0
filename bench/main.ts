import { compiling } from './compile.ts'
import { footprint } from './footprint.ts'
import { historyImport } from './history-import.ts'
import { ingest } from './ingest.ts'
import { latency } from './latency.ts'
import { openStage, type Stage } from './support/stage.ts'
import { throughput } from './throughput.ts'

/** What is measured, by the name that `npm run bench -- <name>` takes; without one, all of it. */
const PARTS: Record<string, (stage: Stage) => Promise<void>> = {
  compile: compiling,
  throughput,
  history: historyImport,
  ingest,
  latency,
  footprint,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`)

await using stage = await openStage()
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}`)
  await measure(stage)
}

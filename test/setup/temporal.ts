import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTemporal, temporalCli } from '@millrace/launcher/temporal'

/** One Temporal for the run, in memory; `MILLRACE_TEST_TEMPORAL` is its address, `…_METRICS` where it counts. */
export async function setup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-test-temporal-'))
  const cli = process.env.MILLRACE_TEST_TEMPORAL_CLI ?? (await temporalCli())
  const server = await startTemporal({ cli, log: join(dir, 'temporal.log') })
  process.env.MILLRACE_TEST_TEMPORAL = server.address
  process.env.MILLRACE_TEST_TEMPORAL_METRICS = server.metricsUrl
  return async () => {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

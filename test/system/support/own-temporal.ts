import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTemporal, temporalCli } from '@millrace/launcher/temporal'

/** A Temporal of a test's own, with a file, that can be stopped, lose its file and come back at the same address. */
export interface OwnTemporal extends AsyncDisposable {
  readonly address: string
  readonly metricsUrl: string
  stop(): Promise<void>
  /** Comes back; `empty` without anything it knew. */
  start(options?: { empty?: boolean }): Promise<void>
}

/** Starts one. */
export async function ownTemporal(): Promise<OwnTemporal> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-temporal-'))
  const cli = process.env.MILLRACE_TEST_TEMPORAL_CLI ?? (await temporalCli())
  const dbFile = join(dir, 'temporal.db')
  const start = (port?: number) =>
    startTemporal({ cli, dbFile, log: join(dir, 'temporal.log'), ...(port !== undefined && { port }) })
  let server = await start()
  const { address, metricsUrl } = server
  return {
    address,
    metricsUrl,
    stop: () => server.stop(),
    async start({ empty = false } = {}) {
      if (empty) for (const end of ['', '-wal', '-shm']) await rm(`${dbFile}${end}`, { force: true })
      server = await start(Number(address.split(':')[1]))
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

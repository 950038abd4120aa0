import pg from 'pg'
import { Fault } from './fault.js'
import { temporalServes } from './grpc-health.js'
import { sleep } from './processes.js'

const oldest = 15

/**
 * Makes sure that an outside PostgreSQL answers and is new enough.
 * @param {string} url
 * @returns {Promise<string>} where it is, without the password
 */
export async function checkDatabase(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show server_version_num')
    const version = Math.floor(Number(rows[0].server_version_num) / 10_000)
    if (version < oldest) throw tooOld(version)
    return `${client.host}:${client.port}/${client.database} (PostgreSQL ${version})`
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Fault(
      {
        en: `The PostgreSQL of DATABASE_URL does not answer (${why}): start it, or mend DATABASE_URL.`,
        zh: `DATABASE_URL 指向的 PostgreSQL 没有响应（${why}）：请启动它，或修正 DATABASE_URL。`,
      },
      { cause },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {number} version */
function tooOld(version) {
  return new Fault({
    en: `DATABASE_URL points to PostgreSQL ${version}: Millrace needs ${oldest} or newer, so upgrade it or leave DATABASE_URL away.`,
    zh: `DATABASE_URL 指向 PostgreSQL ${version}：Millrace 需要 ${oldest} 或更高版本，请升级，或不要设置 DATABASE_URL。`,
  })
}

/**
 * Makes sure that an outside Temporal serves.
 * @param {string} address
 */
export async function checkTemporal(address) {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(300)) {
    if (await temporalServes(address)) return
  }
  throw new Fault({
    en: `No Temporal serves at TEMPORAL_ADDRESS=${address}: start it, or leave TEMPORAL_ADDRESS away.`,
    zh: `TEMPORAL_ADDRESS=${address} 没有可用的 Temporal：请启动它，或不要设置 TEMPORAL_ADDRESS。`,
  })
}

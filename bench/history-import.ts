import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importHistory, parseEvent } from '@millrace/audience'
import { migrate, newId, openDatabase } from '@millrace/database'
import { startCluster } from '@millrace/launcher/postgres'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type HistoryLine, historyLines } from './history-lines.ts'

const EVENTS = 150_000
const CONTACTS = 2500
const ROUNDS = 3

/** What one way of storing the history came to, in rows per second. */
type Way = (url: string, lines: readonly HistoryLine[]) => Promise<number>

/** The product's way, from the JSON lines of a request on. */
const importing: Way = async (url, lines) => {
  const db = openDatabase(url, { max: 2 })
  try {
    const texts = lines.map((line) => JSON.stringify(line))
    const start = performance.now()
    const { accepted } = await importHistory(db, parsed(texts))
    const rate = accepted / ((performance.now() - start) / 1000)
    if (accepted !== lines.length) throw new Error(`${accepted} of ${lines.length} were stored.`)
    return rate
  } finally {
    await db.destroy()
  }
}

/** The rows ready-made, into the same table with the same indexes. */
const copying: Way = async (url, lines) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const text = await copyText(client, lines)
    const start = performance.now()
    const columns = 'contact_id, seq, type, at, stamp, data, source, external_id, live'
    await pipeline(Readable.from(text), client.query(copyFrom(`copy event (${columns}) from stdin`)))
    return lines.length / ((performance.now() - start) / 1000)
  } finally {
    await client.end()
  }
}

function* parsed(texts: readonly string[]) {
  for (const text of texts) {
    const result = parseEvent(JSON.parse(text))
    if ('event' in result) yield result.event
  }
}

async function copyText(client: pg.Client, lines: readonly HistoryLine[]): Promise<Buffer[]> {
  const ids = new Map([...new Set(lines.map((line) => line.contact))].map((contact) => [contact, newId()]))
  await client.query('insert into contact (id, external_id) select * from unnest($1::uuid[], $2::text[])', [
    [...ids.values()],
    [...ids.keys()],
  ])
  const last = new Map<string, number>()
  const stamp = new Date().toISOString()
  const rows = lines.map(({ id, contact, type, at, data }) => {
    const seq = (last.get(contact) ?? 0) + 1
    last.set(contact, seq)
    const json = JSON.stringify(data).replaceAll('\\', '\\\\')
    return `${[ids.get(contact), seq, type, at, stamp, json, 'api', id, 'f'].join('\t')}\n`
  })
  return Array.from({ length: Math.ceil(rows.length / 500) }, (_, n) =>
    Buffer.from(rows.slice(n * 500, (n + 1) * 500).join('')),
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function measure(server: string, way: Way, lines: readonly HistoryLine[]): Promise<number> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const name = `bench_${newId().replaceAll('-', '')}`
  await admin.query(`create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  try {
    const db = openDatabase(url, { max: 1 })
    await migrate(db)
    await db.destroy()
    await admin.query('checkpoint')
    return await way(url, lines)
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

const dir = await mkdtemp(join(tmpdir(), 'millrace-bench-'))
const cluster = await startCluster({ dataDir: join(dir, 'postgres'), log: join(dir, 'postgres.log') })
try {
  const lines = historyLines(EVENTS, CONTACTS)
  const rates: { copy: number[]; import: number[] } = { copy: [], import: [] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.copy.push(await measure(cluster.url, copying, lines))
    rates.import.push(await measure(cluster.url, importing, lines))
  }
  const copy = median(rates.copy)
  const imported = median(rates.import)
  console.log(`raw COPY        ${Math.round(copy)} rows/s`)
  console.log(`history import  ${Math.round(imported)} rows/s`)
  console.log(`ratio           ${(imported / copy).toFixed(2)} (goal 0.40)`)
} finally {
  await cluster.stop()
  await rm(dir, { recursive: true, force: true })
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importHistory, parseEvent } from '@millrace/audience'
import { newId, openDatabase } from '@millrace/database'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type HistoryLine, historyLines } from './history-lines.ts'
import { median, print } from './support/figures.ts'
import type { Stage } from './support/stage.ts'

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

/** Stores a year of a shop's events by the product and by a raw COPY, in turns. */
export async function historyImport(stage: Stage): Promise<void> {
  const lines = historyLines(EVENTS, CONTACTS)
  const rates = { copy: [] as number[], import: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.copy.push(await stage.withDatabase(({ url }) => copying(url, lines)))
    rates.import.push(await stage.withDatabase(({ url }) => importing(url, lines)))
  }
  const [copy, imported] = [median(rates.copy), median(rates.import)]
  print('rows/s, raw COPY into the same indexed table', copy.toFixed(0))
  print('rows/s, history import', imported.toFixed(0))
  print('history import / raw COPY', (imported / copy).toFixed(2), '≥ 0.40')
}

import { pipeline } from 'node:stream'
import { type AttributeType, coerce } from '@millrace/audience'
import { Fault } from '@millrace/database'
import { parse } from 'csv-parse'
import type { Item } from './items.ts'
import { utf8Text } from './utf8.ts'

/** The declared types of attributes: a cell of theirs is read as that, every other one is text. */
export type CellTypes = ReadonlyMap<string, AttributeType>

/** Rows of a CSV stream as `{id, attributes}`; the header names the columns, an empty cell is not set. */
export async function* csvItems(stream: AsyncIterable<Uint8Array>, types: CellTypes): AsyncGenerator<Item> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  })
  // A fault on either side ends both, and is met by the loop below.
  pipeline(utf8Text(stream), parser, () => {})
  let header: string[] | undefined
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (header === undefined) header = checkHeader(cells)
      else yield row(header, cells, types)
    }
  } catch (error) {
    if (
      error instanceof Fault ||
      !(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
    )
      throw error
    throw new Fault('invalid', 'csv', {
      zh: `CSV 无法解析（${error.message}）。之前的行可能已写入；改好后重发是安全的。`,
      en: `The CSV cannot be read (${error.message}). Rows before it may be stored; sending it again is safe.`,
    })
  }
}

function checkHeader(cells: string[]): string[] {
  const names = cells.map((cell) => cell.trim())
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i)
  if (names.includes('id') && twice === undefined) return names
  throw new Fault('invalid', 'csv-header', {
    zh: twice === undefined ? '第一行要有一列叫 id。' : `第一行里 ${twice} 出现了两次。`,
    en:
      twice === undefined ? 'The first line must name a column id.' : `The first line names ${twice} twice.`,
    errors: [],
  })
}

function row(header: readonly string[], cells: readonly string[], types: CellTypes): Item {
  if (cells.length > header.length) return { broken: 'malformed' }
  const attributes: [string, unknown][] = []
  for (const [i, name] of header.entries()) {
    const cell = cells[i] ?? ''
    if (name === 'id' || name === '' || cell === '') continue
    const value = coerce(cell, types.get(name) ?? 'text')
    if (value === undefined) return { broken: 'wrong-type' }
    attributes.push([name, value])
  }
  // `fromEntries` defines, so that a column `__proto__` is an attribute like any other.
  return { value: { id: cells[header.indexOf('id')] ?? '', attributes: Object.fromEntries(attributes) } }
}

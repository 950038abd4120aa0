import type { FieldFault } from '@millrace/database'
import type { Broken, Item } from './items.ts'
import { Tally } from './tally.ts'

/** How one kind of thing is taken in: checked one by one, stored a batch at a time. */
export interface Intake<Row> {
  readonly batch: number
  parse(value: unknown): { readonly row: Row } | { readonly fault: FieldFault }
  store(rows: readonly Row[]): Promise<{ readonly accepted: number; readonly duplicates: number }>
}

/** Takes in a body item by item, holding one batch at most; a bad item never stops the good ones. */
export async function takeIn<Row>(source: AsyncIterable<Item>, intake: Intake<Row>): Promise<Tally> {
  const tally = new Tally()
  let rows: Row[] = []
  const store = async (): Promise<void> => {
    if (rows.length === 0) return
    const { accepted, duplicates } = await intake.store(rows)
    tally.accepted += accepted
    tally.duplicates += duplicates
    rows = []
  }
  let index = 0
  for await (const item of source) {
    const parsed = 'broken' in item ? { fault: BROKEN[item.broken] } : intake.parse(item.value)
    if ('row' in parsed) rows.push(parsed.row)
    else tally.reject({ index, code: parsed.fault.code, detail: detailOf(parsed.fault) })
    index++
    if (rows.length === intake.batch) await store()
  }
  await store()
  return tally
}

const BROKEN: Record<Broken, FieldFault> = {
  malformed: {
    path: '',
    code: 'malformed',
    message: { zh: '这一行无法解析。', en: 'This line cannot be read.' },
  },
  'wrong-type': {
    path: 'attributes',
    code: 'wrong-type',
    message: {
      zh: '有一格不符合该属性声明的类型。',
      en: 'A cell does not fit the declared type of its attribute.',
    },
  },
  'not-utf-8': {
    path: '',
    code: 'not-utf-8',
    message: { zh: '这一行不是 UTF-8 编码。', en: 'This line is not UTF-8.' },
  },
  'too-large': { path: '', code: 'too-large', message: { zh: '这一行太长。', en: 'This line is too long.' } },
}

function detailOf({ path, message }: FieldFault): string {
  return path === '' ? `${message.en} ${message.zh}` : `${path}: ${message.en} ${message.zh}`
}

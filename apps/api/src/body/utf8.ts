import { isUtf8 } from 'node:buffer'
import { Fault } from '@millrace/database'

/** The text that the bytes are in UTF-8, without a byte order mark; null where they are none. */
export function utf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : null
}

/** Passes a stream of UTF-8 on as text; throws a Fault at the first bytes that are none. */
export async function* utf8Text(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (part?: Uint8Array) => {
    try {
      return decoder.decode(part, { stream: part !== undefined })
    } catch {
      throw notUtf8()
    }
  }
  for await (const part of stream) yield decoded(part)
  yield decoded()
}

/** What a text in another encoding ends with: stored as it is, its letters would be question marks for good. */
export function notUtf8(): Fault {
  return new Fault('invalid', 'not-utf-8', {
    zh: '内容不是 UTF-8 编码，请另存为 UTF-8 后再发（Excel 请选“CSV UTF-8”）。之前的行可能已写入；重发是安全的。',
    en: 'This is not UTF-8. Save it as UTF-8 (in Excel: "CSV UTF-8"). Rows before may be stored; sending again is safe.',
  })
}

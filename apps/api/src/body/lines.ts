import { utf8 } from './utf8.ts'

/** A line of a streamed body, null where it is no UTF-8; `tooLong` ones were read past and not kept. */
export type Line = { readonly text: string | null } | { readonly tooLong: true }

const NEWLINE = 10

/** Splits a byte stream at newlines without holding more than one line of at most `maxBytes`. */
export async function* lines(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = (): Line => {
    const line: Line = size > maxBytes ? { tooLong: true } : { text: utf8(Buffer.concat(parts)) }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      size += end - start
      if (size <= maxBytes) parts.push(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    size += chunk.length - start
    if (size <= maxBytes && start < chunk.length) parts.push(chunk.subarray(start))
  }
  if (size > 0) yield take()
}

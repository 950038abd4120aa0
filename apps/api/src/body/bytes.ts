import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Fault } from '@millrace/database'
import type { Context } from 'hono'

/** The request's bytes as they come, unpacked where `Content-Encoding` is gzip; a broken archive is the caller's fault. */
export async function* bytes(c: Context): AsyncGenerator<Uint8Array> {
  const body = c.req.raw.body
  if (body === null) return
  const encoding = c.req.header('content-encoding')?.toLowerCase() ?? 'identity'
  // Node's and the DOM's ReadableStream are one class with two declarations.
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
  if (encoding === 'identity') return yield* source
  if (encoding !== 'gzip') throw unsupported(encoding)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  try {
    yield* source.pipe(unpacked)
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw brokenGzip()
    throw error
  } finally {
    source.destroy()
  }
}

function unsupported(encoding: string): Fault {
  return new Fault('invalid', 'unsupported-encoding', {
    zh: `不支持 Content-Encoding ${encoding}，请用 gzip 或不压缩。`,
    en: `Content-Encoding ${encoding} is not supported. Use gzip or none.`,
  })
}

function brokenGzip(): Fault {
  return new Fault('invalid', 'broken-gzip', {
    zh: 'gzip 数据损坏。断开前的部分可能已写入；再发一次是安全的。',
    en: 'The gzip data is broken. What came before may be stored; sending it again is safe.',
  })
}

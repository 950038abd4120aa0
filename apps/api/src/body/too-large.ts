import { HTTPException } from 'hono/http-exception'

/** The body holds more than one request may; `limit` says how much that is. */
export function tooLarge(limit: string): HTTPException {
  return new HTTPException(413, {
    message: `At most ${limit} in one request. Send several, or a stream (application/x-ndjson).`,
  })
}

import { z } from '@hono/zod-openapi'
import { outsideId } from '@millrace/audience'

/** `limit` and `cursor` of every paged list. */
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(500).optional(),
})

/** A page of items; `next` is the cursor of the page after it, null on the last one. */
export const paged = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).readonly(), next: z.string().nullable() })

/** A sentence in both languages. */
export const text = z.object({ zh: z.string(), en: z.string() }).openapi('Text')

/** RFC 3339 with `Z`. */
export const time = z.string().openapi({ format: 'date-time' })

/** An RFC 9457 problem document. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    message: text,
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: text })).optional(),
  })
  .openapi('Problem')

// Nothing stored holds NUL, and PostgreSQL refuses to be asked for it: what stands in its place is simply not found.
const askable = (text: string) => text.replaceAll('\0', '\uFFFD')

/** A text that rows are looked up by. */
export const lookup = z.string().transform(askable)

/** A contact's outside id in any spelling that means it; empty, which nobody's is, for what can be no id. */
export const contactLookup = z.string().transform((text) => outsideId(text) ?? '')

/** An id in a path: a wrong one is simply unknown. */
export const idParam = z.object({ id: z.string().max(128).transform(askable) })

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** The problem answers that a route may give, for its description. */
export function problems(...codes: (400 | 404 | 409 | 412 | 413 | 422)[]) {
  return Object.fromEntries(codes.map((code) => [code, { description: 'Problem', content: problemContent }]))
}

/** A JSON answer. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** A required JSON body. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** Any JSON: its shape is the affair of who wrote it. */
export const anyJson = z.any().openapi({ description: 'Any JSON' })

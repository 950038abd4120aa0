import { z } from '@hono/zod-openapi'
import { journeySchema } from '@millrace/graph'
import { anyJson, text, time } from './common.ts'

// The document is checked by the engine, whose faults speak both languages; here it is only described.
const described = z.toJSONSchema(journeySchema, { io: 'input', unrepresentable: 'any' })

// zod and the OpenAPI library type the same JSON Schema each in its own way.
/** A journey document as it is drawn. */
export const document = anyJson.openapi('JourneyDocument', described as Parameters<typeof anyJson.openapi>[1])

const state = z.enum(['draft', 'active', 'paused', 'archived'])

/** A journey with its document. */
export const journey = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    state,
    version: z.number().int().nullable(),
    journey: document,
    createdAt: time,
    updatedAt: time,
  })
  .openapi('Journey')

/** A journey in a list. */
export const journeyItem = z
  .object({
    id: z.string(),
    name: z.string(),
    revision: z.number().int(),
    state,
    version: z.number().int().nullable(),
    draft: z.boolean(),
    entered: z.number().int(),
    inFlight: z.number().int(),
    needsAttention: z.number().int(),
    path: z.array(z.object({ node: z.string(), kind: z.string(), title: z.string().optional() })).readonly(),
    createdAt: time,
    updatedAt: time,
  })
  .openapi('JourneyItem')

/** What the compiler has to say. */
export const diagnostic = z
  .object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    node: z.string().optional(),
    field: z.string().optional(),
    message: text,
  })
  .openapi('Diagnostic')

/** A published drawing. */
export const version = z
  .object({ version: z.number().int(), programHash: z.string(), publishedAt: time, journey: document })
  .openapi('Version')

/** Per node: visits, who waits there, who needs attention there, exits by port. */
export const counts = z
  .object({
    nodes: z.record(
      z.string(),
      z.object({
        entered: z.number().int(),
        waiting: z.number().int(),
        failed: z.number().int(),
        left: z.record(z.string(), z.number().int()),
      }),
    ),
  })
  .openapi('Counts')

/** What an enrolment by hand came to. */
export const enrolled = z
  .object({
    enrolled: z.number().int(),
    skipped: z.array(z.object({ contact: z.string(), reason: z.string() })).readonly(),
  })
  .openapi('Enrolled')

import { z } from '@hono/zod-openapi'

const rejected = z.object({ index: z.number().int(), code: z.string(), detail: z.string() })

/** What a body of contacts or events came to. */
export const intake = z
  .object({ accepted: z.number().int(), rejected: z.array(rejected), rejectedCount: z.number().int() })
  .openapi('Intake')

/** The same for events, which may be repeated. */
export const eventIntake = intake.extend({ duplicates: z.number().int() }).openapi('EventIntake')

/** A contact as it is sent. */
export const contactInput = z
  .object({
    id: z.string(),
    attributes: z.record(z.string(), z.unknown()).optional(),
    timeZone: z.string().optional(),
    tags: z.array(z.string()).optional(),
  })
  .openapi('ContactInput')

/** An event as it is sent. */
export const eventInput = z
  .object({
    id: z.string(),
    contact: z.string(),
    type: z.string(),
    at: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    source: z.string().optional(),
  })
  .openapi('EventInput')

import { z } from '@hono/zod-openapi'
import { anyJson, text, time } from './common.ts'

/** The states a list can be filtered by. */
export const enrolmentState = z.enum([
  'running',
  'waiting',
  'paused',
  'completed',
  'exited',
  'needs-attention',
])

/** One contact's run through a journey. */
export const enrolment = z
  .object({
    id: z.string(),
    journey: z.string(),
    journeyName: z.string(),
    version: z.number().int(),
    contact: z.string().nullable(),
    state: enrolmentState,
    node: z.string().nullable(),
    workflowId: z.string(),
    wakeAt: time.optional(),
    enteredAt: time,
    endedAt: time.optional(),
    reason: z.object({ code: z.string(), node: z.string(), message: text }).optional(),
  })
  .openapi('Enrolment')

/** One visit of a node. */
export const traceItem = z
  .object({
    at: time,
    turn: z.number().int(),
    step: z.number().int(),
    node: z.string(),
    kind: z.string(),
    port: z.string().nullable(),
    reads: anyJson.optional(),
    output: anyJson.optional(),
  })
  .openapi('TraceItem')

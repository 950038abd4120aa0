import { isDuration, isTimeZone, type Json } from '@millrace/program'
import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { refusal } from './schema-fault.ts'
import { findUnstorable, isStorableText } from './storable.ts'

/** The format of the document that the canvas draws and the API keeps. */
export const JOURNEY_FORMAT = 'millrace.journey/1'

const storable = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine(
      isStorableText,
      refusal(
        'bad-text',
        '文字里有不能保存的字符，请删去。',
        'The text holds a character that cannot be stored. Remove it.',
      ),
    )

const nodeId = z
  .string()
  .refine(
    (id) => /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(id),
    refusal(
      'bad-id',
      '编号要以字母或数字开头，只含字母、数字、_ . -，最多 64 个字符。',
      'An id starts with a letter or digit and has only letters, digits, _ . - (at most 64 characters).',
    ),
  )

const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate)
const position = z.strictObject({ x: coordinate, y: coordinate })

// `findUnstorable` refuses what JSON cannot hold, so what passes is JSON.
const json = z.unknown() as z.ZodType<Json>

const config = z.record(z.string(), json).superRefine((value, context) => {
  const fault = findUnstorable(value)
  if (fault) {
    const { path, code, text } = fault
    context.addIssue({ code: 'custom', path: [...path], params: { refusal: { code, text } } })
  }
})

const node = z.strictObject({
  id: nodeId,
  kind: storable(64).min(1),
  title: storable(LIMITS.name).optional(),
  config,
  position,
})

const end = storable(LIMITS.name)
const edge = z.strictObject({ from: end, port: end, to: end })

const note = z.strictObject({
  id: storable(64).min(1),
  text: storable(LIMITS.noteText),
  position,
  size: z.strictObject({ width: coordinate, height: coordinate }).optional(),
})

const duration = z
  .string()
  .refine(
    isDuration,
    refusal(
      'bad-duration',
      '请写成 ISO 8601 时长，例如 PT24H 或 P30D。',
      'Write an ISO 8601 duration such as PT24H or P30D.',
    ),
  )

const reentry = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('never') }),
  z.strictObject({ mode: z.literal('after-exit'), coolDown: duration.optional() }),
  z.strictObject({ mode: z.literal('always') }),
])

const duplicate = (items: readonly { readonly id: string }[], context: z.RefinementCtx) => {
  const seen = new Set<string>()
  items.forEach(({ id }, index) => {
    if (seen.has(id)) {
      const issue = refusal(
        'duplicate-id',
        `编号「${id}」重复，请换一个。`,
        `The id "${id}" is taken. Choose another.`,
      )
      context.addIssue({ code: 'custom', path: [index, 'id'], ...issue })
    }
    seen.add(id)
  })
}

/** The envelope of a journey: what must be right for a draft to be kept; config and edges may still be wrong. */
export const journeySchema = z.strictObject({
  format: z.literal(JOURNEY_FORMAT),
  name: storable(LIMITS.name).min(1),
  timeZone: z
    .string()
    .refine(
      isTimeZone,
      refusal(
        'bad-time-zone',
        '请写 IANA 时区，例如 Asia/Shanghai。',
        'Write an IANA time zone such as Asia/Shanghai.',
      ),
    ),
  settings: z.strictObject({ reentry }),
  nodes: z.array(node).max(LIMITS.nodes).superRefine(duplicate),
  edges: z.array(edge).max(LIMITS.edges),
  notes: z.array(note).max(LIMITS.notes).superRefine(duplicate).default([]),
})

/** A journey as it is drawn. */
export type Journey = z.infer<typeof journeySchema>

/** One node on the canvas; its `config` is whatever was typed so far. */
export type JourneyNode = Journey['nodes'][number]

/** A line from a node's port to another node. */
export type Edge = Journey['edges'][number]

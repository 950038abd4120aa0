import type { ContactEvent } from '../api/contacts.ts'
import type { Delivery } from '../api/deliveries.ts'
import type { EnrolmentRow, TraceStep } from '../api/enrolments.ts'
import { isJsonObject } from '../api/page.ts'

/** One thing that happened to or for a contact. */
export type Happening =
  | { readonly kind: 'event'; readonly id: string; readonly at: string; readonly event: ContactEvent }
  | { readonly kind: 'message'; readonly id: string; readonly at: string; readonly delivery: Delivery }
  | {
      readonly kind: 'step'
      readonly id: string
      readonly at: string
      readonly enrolment: EnrolmentRow
      readonly step: TraceStep
    }

/** A trace beside whose it is. */
export interface Trace {
  readonly enrolment: EnrolmentRow
  readonly steps: readonly TraceStep[]
}

interface Sources {
  readonly events: readonly ContactEvent[]
  readonly deliveries: readonly Delivery[]
  readonly traces: readonly Trace[]
  /** Lists that go on further back: nothing older than their last item can be told in order yet. */
  readonly cut: { readonly events: boolean; readonly deliveries: boolean }
}

const RANK = { step: 1, message: 1, event: 0 } as const

const stepKey = (enrolment: string, { turn, step }: TraceStep) => `${enrolment}/${turn}/${step}`

/** The delivery that a step handed over, as its output tells it. */
function deliveryOf({ output }: TraceStep): string | undefined {
  const delivery = isJsonObject(output) ? output.delivery : undefined
  return typeof delivery === 'string' ? delivery : undefined
}

/** Where it stands in the trace of its enrolment; a delivery's key says it too. */
function placeOf(one: Happening): readonly [enrolment: string, turn: number, step: number] {
  if (one.kind === 'step') return [one.enrolment.id, one.step.turn, one.step.step]
  if (one.kind === 'event') return ['', 0, 0]
  const [turn = 0, step = 0] = one.delivery.key.split('/').slice(-2).map(Number)
  return [one.delivery.enrolment, turn, step]
}

/** Newest first; what an event set off stands above it, later steps above earlier ones of the same moment. */
function order(a: Happening, b: Happening): number {
  const time = Date.parse(b.at) - Date.parse(a.at)
  if (time !== 0) return time
  if (RANK[a.kind] !== RANK[b.kind]) return RANK[b.kind] - RANK[a.kind]
  const [[enrolment, turn, step], [otherEnrolment, otherTurn, otherStep]] = [placeOf(a), placeOf(b)]
  if (enrolment !== otherEnrolment) return enrolment < otherEnrolment ? 1 : -1
  return otherTurn - turn || otherStep - step
}

function horizon(list: readonly { readonly at: string }[], cut: boolean): number {
  if (!cut || list.length === 0) return Number.NEGATIVE_INFINITY
  return Math.min(...list.map(({ at }) => Date.parse(at)))
}

/** Events, messages and journey steps as one story. A message stands for the step that handed it over. */
export function mergeTimeline({ events, deliveries, traces, cut }: Sources): readonly Happening[] {
  const messages = new Set(deliveries.map(({ id }) => id))
  const from = Math.max(horizon(events, cut.events), horizon(deliveries, cut.deliveries))
  const all: readonly Happening[] = [
    ...events.map(
      (event) => ({ kind: 'event', id: `${event.source} ${event.id}`, at: event.at, event }) as const,
    ),
    ...deliveries.map(
      (delivery) => ({ kind: 'message', id: delivery.id, at: delivery.at, delivery }) as const,
    ),
    ...traces.flatMap(({ enrolment, steps }) =>
      steps
        .filter((step) => !messages.has(deliveryOf(step) ?? ''))
        .map(
          (step) =>
            ({ kind: 'step', id: stepKey(enrolment.id, step), at: step.at, enrolment, step }) as const,
        ),
    ),
  ]
  return all.filter(({ at }) => Date.parse(at) >= from).sort(order)
}

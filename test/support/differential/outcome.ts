import type { Instant, Json } from '@millrace/program'
import type { Script } from '../../generators/scripts.ts'

/** All that can be seen of a script once it has been played; ids that chance makes are told by their place. */
export interface Outcome {
  readonly enrolments: readonly object[]
  readonly contacts: readonly object[]
  readonly remaining: Readonly<Record<string, number | null>>
  readonly grants: readonly object[]
  readonly awards: readonly object[]
  readonly deliveries: readonly object[]
  /** What operators' actions were answered. */
  readonly answers: readonly Json[]
}

/** The outside id of a person in the `nth` script that is played on one database. */
export function personId(nth: number, person: number): string {
  return `p${nth}-${person}`
}

/** What becomes of a message; null: nothing is ever heard of it. */
export type Fate = {
  readonly state: 'sent' | 'delivered' | 'failed' | 'unknown'
  readonly afterMs: number
} | null

const FATES: readonly Fate[] = [
  { state: 'delivered', afterMs: 0 },
  { state: 'failed', afterMs: 0 },
  { state: 'sent', afterMs: 0 },
  { state: 'unknown', afterMs: 0 },
  { state: 'failed', afterMs: 90_000 },
  { state: 'delivered', afterMs: 300_000 },
  { state: 'failed', afterMs: 600_000 },
  null,
]

/** The fate of the message with this key, `place of its enrolment/turn/step`. */
export function fateOf({ luck }: Script, key: string): Fate {
  const [place = 0, turn = 0, step = 0] = key.split('/').map(Number)
  const draw = luck[(place * 11 + turn * 3 + step) % luck.length] ?? 0
  return FATES[draw % FATES.length] ?? null
}

/** A trace without generated ids: a message is named by its key, a coupon in somebody's hands not at all. */
export function plainTrace(
  steps: readonly { readonly at: Date | Instant; readonly reads?: unknown; readonly output?: unknown }[],
  keyOf: (delivery: string) => string,
): object[] {
  return steps.map(({ at, output, ...step }) => ({
    ...step,
    at: new Date(at).toISOString(),
    ...(output !== undefined && { output: plainOutput(output, keyOf) }),
  }))
}

function plainOutput(output: unknown, keyOf: (delivery: string) => string): unknown {
  if (typeof output !== 'object' || output === null) return output
  return {
    ...output,
    ...('grant' in output && { grant: typeof output.grant }),
    ...('delivery' in output && { delivery: keyOf(String(output.delivery)) }),
  }
}

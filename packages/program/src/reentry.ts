import { addDuration } from './duration.ts'
import type { Reentry } from './program.ts'
import type { Instant } from './text.ts'

/** Why a contact may not enter now. */
export type Refusal = 'already-entered' | 'in-flight' | 'cooling-down'

/** A contact's former runs through one journey. */
export interface Former {
  readonly inFlight: boolean
  readonly lastExit: Instant | null
}

/** Whether the journey's re-entry rule lets a contact with these former runs in; `zone` is the contact's. */
export function refusalOf(
  reentry: Reentry,
  former: Former | undefined,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Refusal | null {
  if (former === undefined) return null
  switch (reentry.mode) {
    case 'never':
      return 'already-entered'
    case 'after-exit': {
      if (former.inFlight) return 'in-flight'
      if (reentry.coolDown === undefined || former.lastExit === null) return null
      return now < addDuration(former.lastExit, reentry.coolDown, zone) ? 'cooling-down' : null
    }
    case 'always':
      return null
    default:
      return reentry satisfies never
  }
}

import type { OutboxRow } from '@millrace/audience'
import type { TemporalCalls } from './temporal-calls.ts'

/** What telling one enrolment needs. */
export interface Telling {
  readonly temporal: TemporalCalls
  isOpen(enrolment: string): Promise<boolean>
}

/** Tells Temporal what the outbox holds about one enrolment, oldest row first. */
export async function tellTemporal(
  { temporal, isOpen }: Telling,
  { enrolment, rows }: { enrolment: string; rows: readonly OutboxRow[] },
): Promise<void> {
  const starts = rows.some(({ kind }) => kind === 'start')
  // A run that begins now reads everything the nudges beside it are about.
  if (starts && (await temporal.start(enrolment)) === 'done') return
  const nudge = rows.find(({ kind }) => kind === 'nudge')
  if (nudge === undefined) return
  if ((await temporal.nudge(enrolment, `outbox-${nudge.id}`)) === 'done') return
  // The run has closed. An enrolment that is still open has lost it, by an operator's or a cluster's doing.
  if (await isOpen(enrolment)) await temporal.start(enrolment, { anew: true })
}

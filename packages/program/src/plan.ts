/** What a run of a block tells the workflow: nothing but ids and times ever reaches a history. */
export type WaitPlan =
  /** Settle a timer or a nudge, whichever is first; `delayMs` counts from the block's commit. */
  | { readonly kind: 'wait'; readonly delayMs: number }
  /** Wait for a nudge alone: paused, or in need of attention. */
  | { readonly kind: 'park' }
  /** The enrolment has ended. */
  | { readonly kind: 'done' }

/** The signal that tells a workflow to look into PostgreSQL again; it carries nothing. */
export const NUDGE = 'nudge'

/** The workflow type of one contact's journey. */
export const CONTACT_JOURNEY = 'contactJourney'

/** The workflow id of an enrolment; the installation is in it, so that two can share a Temporal. */
export function workflowIdOf(installation: string, enrolment: string): string {
  return `${installation}/${enrolment}`
}

import { type EnrolmentFilter, type EnrolmentItem, listEnrolments } from './list-enrolments.ts'
import type { Page, Reading } from './reading.ts'

/** Enrolments that wait for an operator, of all journeys or one, newest first. */
export function attentionList(
  reading: Reading,
  filter: Omit<EnrolmentFilter, 'state'> = {},
): Promise<Page<EnrolmentItem>> {
  return listEnrolments(reading, { ...filter, state: 'needs-attention' })
}

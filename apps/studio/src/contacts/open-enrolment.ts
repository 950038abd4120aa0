import type { EnrolmentRow } from '../api/enrolments.ts'

/** Whether somebody is still on the way. */
export const isOpen = ({ state }: EnrolmentRow) => state !== 'completed' && state !== 'exited'

export { CONTACT_JOURNEY, NUDGE, workflowIdOf } from '@millrace/program/plan'

/** Where the workers of an installation look for its workflows. */
export function taskQueueOf(installation: string): string {
  return `millrace/${installation}`
}

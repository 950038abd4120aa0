import { type Engine, runEnrolment } from '@millrace/engine'
import type { Activities } from '@millrace/workflows/contact-journey'
import { ApplicationFailure } from '@temporalio/common'
import { describeError } from './describe-error.ts'
import { quietLog } from './log.ts'

/** What workflows have done here. A failure that reaches Temporal names its cause and quotes nothing. */
export function createActivities(engine: Engine): Activities {
  const warn = quietLog()
  return {
    async runBlock(enrolment) {
      try {
        return await runEnrolment(engine, enrolment)
      } catch (error) {
        const cause = describeError(error)
        warn(`a block failed and is tried again: ${cause}`)
        throw ApplicationFailure.retryable(cause, 'BlockFailed')
      }
    },
  }
}

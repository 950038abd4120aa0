import { Connection } from '@temporalio/client'

/** Asks Temporal whether it serves. */
export interface TemporalCheck {
  serves(): Promise<boolean>
  close(): Promise<void>
}

const DEADLINE_MS = 1500

/** A check over one lazy connection, so that the API starts and answers while Temporal is down. */
export function checkTemporal(address: string): TemporalCheck {
  const connection = Connection.lazy({ address })
  return {
    async serves() {
      try {
        const { status } = await connection.withDeadline(Date.now() + DEADLINE_MS, () =>
          connection.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' }),
        )
        return status === 1
      } catch {
        return false
      }
    },
    close: () => connection.close(),
  }
}

import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker'
import { quietLog } from './log.ts'

/** Has the SDK log warnings as single lines, leave the signals to us, and keep its metrics to itself. */
export function installRuntime(): void {
  const warn = quietLog()
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }: LogEntry) => {
      const id = meta?.workflowId ?? meta?.workflow_id
      warn(`temporal ${level.toLowerCase()}: ${message}${id === undefined ? '' : ` (${id})`}`)
    }),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    shutdownSignals: [],
  })
}

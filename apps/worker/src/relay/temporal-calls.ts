import { CONTACT_JOURNEY, NUDGE, taskQueueOf, workflowIdOf } from '@millrace/workflows'
import { isGrpcServiceError } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import proto from '@temporalio/proto'
import type { NativeConnection } from '@temporalio/worker'

const { WorkflowIdReusePolicy } = proto.temporal.api.enums.v1
const ALREADY_EXISTS = 6
const CALL_MS = 5000

/** How Temporal answered; `exists` says that the id is taken by a run, open or closed. */
export type Answer = 'done' | 'exists'

/** The two things an outbox row may ask of Temporal. They throw when Temporal could not be asked. */
export interface TemporalCalls {
  /** Starts the workflow of an enrolment; with `anew` also where an earlier run has closed. */
  start(enrolment: string, options?: { anew?: boolean }): Promise<Answer>
  /** Nudges it, or starts it if Temporal does not know it. The same `request` twice is one nudge. */
  nudge(enrolment: string, request: string): Promise<Answer>
}

export function temporalCalls(
  connection: NativeConnection,
  { installation, namespace }: { installation: string; namespace: string },
): TemporalCalls {
  const { workflowService } = connection
  const identity = `millrace-relay/${process.pid}`

  const about = (enrolment: string, policy: WorkflowIdReusePolicyValue) => ({
    namespace,
    identity,
    workflowId: workflowIdOf(installation, enrolment),
    workflowType: { name: CONTACT_JOURNEY },
    taskQueue: { name: taskQueueOf(installation) },
    input: { payloads: [defaultPayloadConverter.toPayload(enrolment)] },
    workflowIdReusePolicy: policy,
  })

  async function ask(call: () => Promise<unknown>): Promise<Answer> {
    try {
      await connection.withDeadline(Date.now() + CALL_MS, call)
      return 'done'
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === ALREADY_EXISTS) return 'exists'
      throw error
    }
  }

  return {
    start(enrolment, { anew = false } = {}) {
      const policy = anew
        ? WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE
        : WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE
      const request = { ...about(enrolment, policy), requestId: crypto.randomUUID() }
      return ask(() => workflowService.startWorkflowExecution(request))
    },
    nudge(enrolment, requestId) {
      const policy = WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE
      const request = { ...about(enrolment, policy), signalName: NUDGE, requestId }
      return ask(() => workflowService.signalWithStartWorkflowExecution(request))
    },
  }
}

type WorkflowIdReusePolicyValue = (typeof WorkflowIdReusePolicy)[keyof typeof WorkflowIdReusePolicy]

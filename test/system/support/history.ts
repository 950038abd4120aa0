import { workflowIdOf } from '@millrace/workflows'
import type { Client } from '@temporalio/client'
import proto from '@temporalio/proto'
import { until } from './until.ts'

/** What a workflow has gone through, as Temporal keeps it. */
export type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>

/** The history of an enrolment's workflow once it has closed. */
export async function closedHistory(
  client: Client,
  { installation, enrolment }: { installation: string; enrolment: string },
): Promise<History> {
  const handle = client.workflow.getHandle(workflowIdOf(installation, enrolment))
  await until(async () => (await handle.describe()).status.name !== 'RUNNING', {
    what: 'the end of a workflow',
  })
  return handle.fetchHistory()
}

/** The kinds of a history's events in order, such as `timerStarted`. */
export function kindsOf(history: History): string[] {
  return (history.events ?? []).map((event) => {
    const name = Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? ''
    return name.replace('EventAttributes', '')
  })
}

/** A history as the bytes that Temporal stores, for looking what is in them. */
export function bytesOf(history: History): Buffer {
  return Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish())
}

/** What Temporal Cloud would bill for a history of ours: the start, each signal and timer, each task with a marker. */
export function actionsOf(history: History): number {
  const kinds = kindsOf(history)
  const billed = ['workflowExecutionStarted', 'workflowExecutionSignaled', 'timerStarted', 'markerRecorded']
  return kinds.filter((kind) => billed.includes(kind)).length
}

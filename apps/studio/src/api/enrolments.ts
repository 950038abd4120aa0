import { part, request } from './http.ts'
import type { Json, Page, Text } from './page.ts'

/** Where an enrolment stands. */
export type EnrolmentState = 'running' | 'waiting' | 'paused' | 'completed' | 'exited' | 'needs-attention'

/** One contact's run through a journey. */
export interface EnrolmentRow {
  readonly id: string
  readonly journey: string
  readonly journeyName: string
  readonly version: number
  /** Null once the contact is erased. */
  readonly contact: string | null
  readonly state: EnrolmentState
  readonly node: string | null
  readonly workflowId: string
  readonly wakeAt?: string | null
  readonly enteredAt: string
  readonly endedAt?: string | null
  readonly reason?: { readonly code: string; readonly node: string; readonly message: Text } | null
}

/** One visit of a node; `reads` are the values a decision saw, by field. */
export interface TraceStep {
  readonly at: string
  readonly turn: number
  readonly step: number
  readonly node: string
  readonly kind: string
  readonly port: string | null
  readonly reads?: Json
  readonly output?: Json
}

/** What an operator can do for an enrolment that needs attention. */
export type Remedy = 'retry' | 'skip' | 'exit'

/** Routes of /api/enrolments. */
export const enrolments = {
  list: (query: {
    journey?: string
    contact?: string
    state?: EnrolmentState
    limit?: number
    cursor?: string
  }) => request<Page<EnrolmentRow>>('GET', '/enrolments', { query }),
  trace: (id: string) => request<{ items: readonly TraceStep[] }>('GET', `/enrolments/${part(id)}/trace`),
  remedy: (id: string, remedy: Remedy) => request<unknown>('POST', `/enrolments/${part(id)}/${remedy}`),
}

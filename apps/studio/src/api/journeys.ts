import { part, request } from './http.ts'
import type { Json, JsonObject, Page, Text } from './page.ts'

/** What a journey is in. */
export type JourneyState = 'draft' | 'active' | 'paused' | 'archived'

/** One row of the journeys list; `path` is its main way in order, for a one-line summary. */
export interface JourneyRow {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly state: JourneyState
  readonly version: number | null
  readonly draft: boolean
  readonly entered: number
  readonly inFlight: number
  readonly needsAttention: number
  readonly updatedAt: string
  readonly path: readonly { readonly node: string; readonly kind: string; readonly title?: string | null }[]
}

/** The drawing as it is stored (`millrace.journey/1`); the canvas parses it with the graph package. */
export type JourneyDocument = JsonObject

/** A journey with its drawing. */
export interface JourneyDetail {
  readonly id: string
  readonly revision: number
  readonly state: JourneyState
  readonly version: number | null
  readonly journey: JourneyDocument
}

/** A fault in a drawing, beside its node. */
export interface JourneyDiagnostic {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  readonly node?: string
  readonly field?: string
  readonly message: Text
}

/** A published version. */
export interface JourneyVersion {
  readonly version: number
  readonly programHash: string
  readonly publishedAt: string
  readonly journey: JourneyDocument
}

/** Figures of one node, by its id. */
export interface NodeCounts {
  readonly entered: number
  readonly waiting: number
  readonly failed: number
  readonly left: { readonly [port: string]: number }
}

/** Routes of /api/journeys. */
export const journeys = {
  list: () => request<Page<JourneyRow>>('GET', '/journeys', { query: { limit: 1000 } }),
  find: (id: string) => request<JourneyDetail>('GET', `/journeys/${part(id)}`),
  create: (journey: JourneyDocument) => request<JourneyDetail>('POST', '/journeys', { body: journey }),
  /** Throws a `Problem` of status 412 when somebody else saved in between. */
  save: (id: string, revision: number, journey: JourneyDocument) =>
    request<JourneyDetail>('PUT', `/journeys/${part(id)}`, {
      body: journey,
      headers: { 'if-match': String(revision) },
    }),
  check: (journey: JourneyDocument, signal?: AbortSignal) =>
    request<{ diagnostics: readonly JourneyDiagnostic[]; program?: Json }>('POST', '/journeys/check', {
      body: journey,
      ...(signal ? { signal } : {}),
    }),
  publish: (id: string) =>
    request<{ version: number; programHash: string }>('POST', `/journeys/${part(id)}/publish`),
  pause: (id: string) => request<unknown>('POST', `/journeys/${part(id)}/pause`),
  resume: (id: string) => request<unknown>('POST', `/journeys/${part(id)}/resume`),
  archive: (id: string) => request<unknown>('POST', `/journeys/${part(id)}/archive`),
  /** Only drafts that never ran can be deleted. */
  remove: (id: string) => request<unknown>('DELETE', `/journeys/${part(id)}`),
  versions: (id: string) =>
    request<{ items: readonly JourneyVersion[] }>('GET', `/journeys/${part(id)}/versions`),
  counts: (id: string) =>
    request<{ nodes: { readonly [node: string]: NodeCounts } }>('GET', `/journeys/${part(id)}/counts`),
  enrol: (id: string, contacts: readonly string[]) =>
    request<{ enrolled: number; skipped: readonly { contact: string; reason: string }[] }>(
      'POST',
      `/journeys/${part(id)}/enrolments`,
      { body: { contacts } },
    ),
}

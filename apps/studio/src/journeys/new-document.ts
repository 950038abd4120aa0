import type { JourneyDocument } from '../api/journeys.ts'

/** An empty drawing with its entry; times are read in the zone of who draws it. */
export function newDocument(name: string): JourneyDocument {
  return {
    format: 'millrace.journey/1',
    name,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    settings: { reentry: { mode: 'never' } },
    nodes: [
      {
        id: 'entry',
        kind: 'entry',
        config: { on: { event: 'contact.followed' } },
        position: { x: 0, y: 0 },
      },
    ],
    edges: [],
    notes: [],
  }
}

import type { IncomingEvent } from './event.ts'

/** What makes an event the same one when it comes again. */
export function eventKey(source: string, id: string): string {
  return `${source}\0${id}`
}

/** The first event of each key, in the order given. */
export function uniqueEvents(events: readonly IncomingEvent[]): Map<string, IncomingEvent> {
  const unique = new Map<string, IncomingEvent>()
  for (const event of events) {
    const key = eventKey(event.source, event.id)
    if (!unique.has(key)) unique.set(key, event)
  }
  return unique
}

import { type Condition, isGroup } from './condition.ts'

const EVENT_TYPE = /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/

/** Whether `text` can be an event's type: lower-case words joined by dots, at least two. */
export function isEventType(text: string): boolean {
  return EVENT_TYPE.test(text)
}

/** The event types whose history a condition reads by `events.<type>`, each once. */
export function eventTypesOf(condition: Condition): string[] {
  const types = condition.rules.flatMap((entry) =>
    isGroup(entry)
      ? eventTypesOf(entry)
      : entry.field.startsWith('events.')
        ? [entry.field.slice('events.'.length)]
        : [],
  )
  return [...new Set(types)]
}

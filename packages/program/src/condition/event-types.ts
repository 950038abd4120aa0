import { type Condition, isGroup } from './condition.ts'

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

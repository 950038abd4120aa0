/** What a rule looks at; a name follows for those that end in a dot. */
export const SUBJECTS = ['contact.', 'tags', 'points', 'event.', 'events.'] as const

/** What a rule inside `events.<type>` looks at. */
export const EVENT_SUBJECTS = ['data.', 'at'] as const

export type Subject = (typeof SUBJECTS)[number] | (typeof EVENT_SUBJECTS)[number]

/** A field's subject and the name behind it. */
export function splitField(field: string): { readonly subject: Subject; readonly name: string } {
  const all: readonly Subject[] = [...SUBJECTS, ...EVENT_SUBJECTS]
  const subject = all.find((item) => (item.endsWith('.') ? field.startsWith(item) : field === item))
  return subject === undefined
    ? { subject: 'contact.', name: field }
    : { subject, name: field.slice(subject.length) }
}

/** Whether the subject has names of its own to choose from. */
export function isNamed(subject: Subject): boolean {
  return subject.endsWith('.')
}

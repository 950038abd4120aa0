import type { Json } from '@millrace/program'

/** How a value is typed in: by what its attribute was declared as, else by what stands there. */
export type ValueType = 'text' | 'number' | 'boolean' | 'time' | 'guess'

/** The type of a rule's value, from its field and what is known of contacts' attributes. */
export function valueType(
  field: string,
  attributes: readonly { readonly name: string; readonly type: string }[],
): ValueType {
  if (field === 'points') return 'number'
  if (field === 'at') return 'time'
  if (field === 'tags') return 'text'
  if (!field.startsWith('contact.')) return 'guess'
  const declared = attributes.find(({ name }) => field === `contact.${name}`)?.type
  if (declared === 'number' || declared === 'boolean') return declared
  if (declared === 'time' || declared === 'date') return 'time'
  return declared === undefined ? 'guess' : 'text'
}

/** What was typed, as JSON: a guess is a number when it reads as one and the old value was no text. */
export function readTyped(text: string, type: ValueType, old: Json | undefined): Json {
  if (type === 'text' || type === 'time') return text
  const number = asNumber(text)
  if (type === 'number') return number ?? text
  if (typeof old === 'string' && old !== '') return text
  return number ?? text
}

/** The number that `text` writes, if it is one and nothing of it would be lost. */
export function asNumber(text: string): number | undefined {
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,12})?$/.test(text) ? Number(text) : undefined
}

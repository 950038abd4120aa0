import { isEventType } from './event-types.ts'
import { OPERATORS, type Operator, type ValueKind } from './operators.ts'

/** Where a rule finds its value. A path goes from object to object by own keys, never into a list. */
export type Field =
  /** Everything after `contact.` is one attribute's name, dots included. */
  | { readonly source: 'contact'; readonly attribute: string }
  | { readonly source: 'tags' }
  | { readonly source: 'points' }
  | { readonly source: 'event'; readonly path: readonly string[] }
  | { readonly source: 'events'; readonly type: string }
  /** Inside the nested group of `events.<type>`: the data and the time of the event being counted. */
  | { readonly source: 'data'; readonly path: readonly string[] }
  | { readonly source: 'at' }

/** Whose fields a group reads: the contact's, or, inside `events.<type>`, those of each event. */
export type Scope = 'contact' | 'each-event'

/** What a rule's `field` names; null for a name that is none of this scope. */
export function parseField(name: string, scope: Scope): Field | null {
  const dot = name.indexOf('.')
  const head = dot < 0 ? name : name.slice(0, dot)
  const rest = dot < 0 ? '' : name.slice(dot + 1)
  if (dot < 0) return bare(head, scope)
  if (rest === '') return null
  if (scope === 'each-event') return head === 'data' ? along('data', rest) : null
  if (head === 'contact') return { source: 'contact', attribute: rest }
  if (head === 'event') return along('event', rest)
  return head === 'events' && isEventType(rest) ? { source: 'events', type: rest } : null
}

/** What may be compared with a field's value; `events.<type>` is counted instead. */
export function kindOf(field: Exclude<Field, { source: 'events' }>): ValueKind {
  switch (field.source) {
    case 'tags':
      return 'tags'
    case 'points':
      return 'number'
    case 'at':
      return 'time'
    default:
      return 'any'
  }
}

/** The operators that a form offers for a field; none for a name that is no field or is counted by `match`. */
export function operatorsFor(name: string, scope: Scope = 'contact'): readonly Operator[] {
  const field = parseField(name, scope)
  if (field === null || field.source === 'events') return []
  const kind = kindOf(field)
  return OPERATORS.filter((operator) => operator.kinds.includes(kind))
}

function bare(name: string, scope: Scope): Field | null {
  if (scope === 'each-event') return name === 'at' ? { source: 'at' } : null
  return name === 'tags' || name === 'points' ? { source: name } : null
}

function along(source: 'event' | 'data', rest: string): Field | null {
  const path = rest.split('.')
  return path.includes('') ? null : { source, path }
}

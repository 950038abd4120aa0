import type { Json, JsonObject } from '../api/page.ts'

const NAMES = ['name', 'nickname', '姓名', '昵称'] as const

/** How a contact is called: its name where it has one, else its id. */
export function contactName({
  id,
  attributes,
}: {
  readonly id: string
  readonly attributes: JsonObject
}): string {
  for (const key of NAMES) {
    const value = attributes[key]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return id
}

/** The attributes beside the name. */
export function otherAttributes(attributes: JsonObject): readonly (readonly [string, Json])[] {
  const shown = NAMES.find((key) => typeof attributes[key] === 'string')
  return Object.entries(attributes).filter(([key]) => key !== shown)
}

import type { Instant, Json } from '@millrace/program'
import { localNow } from './date-filter.ts'
import { parseTemplate, renderTree, TEXT_LIMITS } from './engine.ts'

/** What a text is rendered for: `contact` holds the attributes, `event` the data of the enrolment's event. */
export interface TextContext {
  readonly contact: { readonly [name: string]: Json }
  readonly event: { readonly [name: string]: Json } | null
  readonly now: Instant
  readonly zone: string
}

/** Renders Liquid, always to the same text for the same context; a name without a value is empty. */
export function renderText(
  template: string,
  { contact, event, now, zone }: TextContext,
): { readonly text: string } | { readonly fault: string } {
  const clock = { now, zone }
  try {
    const scope = { contact, event: event ?? {}, now: localNow(clock) }
    const text = renderTree(parseTemplate(template), scope, clock)
    return text.length > TEXT_LIMITS.output ? { fault: 'The text is too long.' } : { text }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

import type { ConfigFault } from '../define-node.ts'
import { checkText } from '../text/check-text.ts'

/** What a template is warned of; its errors are the schema's. */
export function textWarnings(field: string, template: string): readonly ConfigFault[] {
  return checkText(template).map((fault) => ({ ...fault, field }))
}

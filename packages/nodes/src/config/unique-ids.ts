import { refusal } from '@millrace/graph'
import type { z } from 'zod'

/** Refuses the second of two ports with one id. */
export function uniqueIds(items: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  items.forEach(({ id }, index) => {
    if (seen.has(id)) {
      const zh = `出口编号「${id}」重复，请换一个。`
      const taken = refusal('duplicate-id', zh, `The port id "${id}" is taken. Choose another.`)
      context.addIssue({ code: 'custom', path: [index, 'id'], ...taken })
    }
    seen.add(id)
  })
}

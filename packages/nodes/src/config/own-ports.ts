import { z } from 'zod'
import type { PortInfo } from '../define-node.ts'

const named = z.object({ id: z.string(), name: z.string().catch('') })

/** The ports that a list in a config names; entries that are wrong elsewhere keep theirs. */
export function ownPorts(config: unknown, key: 'cases' | 'arms'): readonly PortInfo[] {
  const list = z.object({ [key]: z.array(z.unknown()) }).safeParse(config)
  const items = list.success ? (list.data[key] ?? []) : []
  return items.flatMap((item) => {
    const port = named.safeParse(item)
    if (!port.success) return []
    const { id, name } = port.data
    return [{ id, label: { zh: name || id, en: name || id } }]
  })
}

import { type CheckContext, checkConfig } from '@millrace/nodes'
import type { Diagnostic } from '@millrace/program'
import type { Drawing } from './drawing.ts'

/** What the installation offers: coupons that exist (null: not known), channels that are set up. */
export type CompileContext = Omit<CheckContext, 'connected'>

/** The typed configs of all nodes that have one, and what is wrong with the others. */
export function checkConfigs(
  { journey, nodes }: Drawing,
  context: CompileContext,
): { configs: ReadonlyMap<string, Record<string, unknown>>; diagnostics: Diagnostic[] } {
  const configs = new Map<string, Record<string, unknown>>()
  const diagnostics: Diagnostic[] = []
  for (const { id, config } of journey.nodes) {
    const drawn = nodes.get(id)
    if (!drawn) continue
    const connected = new Set(drawn.targets.keys())
    const checked = checkConfig(drawn.definition, config, { ...context, connected })
    if (checked.config) configs.set(id, checked.config)
    diagnostics.push(...checked.faults.map((fault) => ({ ...fault, node: id })))
  }
  return { configs, diagnostics }
}

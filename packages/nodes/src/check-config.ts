import { schemaFaults } from '@millrace/graph'
import type { AnyNode, CheckContext, ConfigFault } from './define-node.ts'

/** Reads a node's config: the typed config if the schema takes it, and every fault found on the way. */
export function checkConfig(
  definition: AnyNode,
  config: unknown,
  context: CheckContext,
): { readonly config: Record<string, unknown> | null; readonly faults: readonly ConfigFault[] } {
  const parsed = definition.config.safeParse(config)
  if (parsed.success) {
    return { config: parsed.data, faults: definition.check?.(parsed.data, context) ?? [] }
  }
  const faults = schemaFaults(parsed.error, config).map(({ path, code, message }) => ({
    severity: 'error' as const,
    code,
    ...(path !== '' && { field: path }),
    message,
  }))
  return { config: null, faults }
}

import type { Text } from '@millrace/program'
import { findNode } from './catalogue.ts'
import type { PortInfo } from './define-node.ts'

/** The ports of a drawn node, in their order; none for an unknown kind. */
export function portsOf(node: { readonly kind: string; readonly config: unknown }): readonly PortInfo[] {
  return findNode(node.kind)?.portsOf(node.config) ?? []
}

/** The summary line of a drawn node; null while its config is wrong or its kind unknown. */
export function summaryOf(node: { readonly kind: string; readonly config: unknown }): Text | null {
  const definition = findNode(node.kind)
  const config = definition?.config.safeParse(node.config)
  return definition && config?.success ? definition.summary(config.data) : null
}

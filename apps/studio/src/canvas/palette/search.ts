import { type AnyNode, catalogue, type Family } from '@millrace/nodes'

/** Families in the order of the palette. */
export const FAMILIES: readonly Family[] = [
  'entry',
  'reach',
  'reward',
  'contact',
  'people',
  'time',
  'logic',
  'end',
]

/** Nodes of one family, as the palette shows them. */
export interface PaletteGroup {
  readonly family: Family
  readonly nodes: readonly AnyNode[]
}

/** The nodes that match a query in either language, by family; families without any are left out. */
export function searchPalette(
  query: string,
  options: { without?: readonly string[]; nodes?: readonly AnyNode[] } = {},
): readonly PaletteGroup[] {
  const wanted = query.trim().toLowerCase()
  const nodes = (options.nodes ?? Object.values(catalogue)).filter(
    (node) => !options.without?.includes(node.kind) && matches(node, wanted),
  )
  return FAMILIES.map((family) => ({ family, nodes: nodes.filter((node) => node.family === family) })).filter(
    (group) => group.nodes.length > 0,
  )
}

function matches({ kind, title, help }: AnyNode, wanted: string): boolean {
  const words = [kind, kind.replaceAll('-', ' '), title.zh, title.en, help.zh, help.en]
  return words.some((word) => word.toLowerCase().includes(wanted))
}

import type { Journey } from '@millrace/graph'

/** A node on the way that a list shows of a journey. */
export interface PathNode {
  readonly node: string
  readonly kind: string
  readonly title?: string
}

const MOST = 8

/** The way from the entry by the first edge of each node, at most eight nodes long. */
export function journeyPath({ nodes, edges }: Journey): PathNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path: PathNode[] = []
  const seen = new Set<string>()
  let node = nodes.find(({ kind }) => kind === 'entry')
  while (node !== undefined && !seen.has(node.id) && path.length < MOST) {
    const { id, kind, title } = node
    seen.add(id)
    path.push({ node: id, kind, ...(title !== undefined && { title }) })
    node = byId.get(edges.find(({ from }) => from === id)?.to ?? '')
  }
  return path
}

import type { Edge } from '@millrace/graph'
import type { Diagnostic } from '@millrace/program'
import { diagnose } from './diagnose.ts'
import type { Drawing } from './drawing.ts'

/** Each edge leaves a declared port of a node and arrives at a node that contacts may come to; one edge per port. */
export function checkEdges(drawing: Drawing): Diagnostic[] {
  const ids = new Set(drawing.journey.nodes.map(({ id }) => id))
  const entries = new Set(drawing.entries.map(({ node }) => node.id))
  const single = drawing.journey.edges.flatMap((edge) => {
    if (!ids.has(edge.from)) return [fromNowhere(edge)]
    if (!ids.has(edge.to)) return [toNowhere(edge)]
    if (entries.has(edge.to)) return [intoEntry(edge)]
    const from = drawing.nodes.get(edge.from)
    return from && !from.ports.includes(edge.port) ? [unknownPort(edge, from.ports)] : []
  })
  return [...single, ...checkTwice(drawing.journey.edges.filter(({ from }) => ids.has(from)))]
}

function checkTwice(edges: readonly Edge[]): Diagnostic[] {
  const counts = new Map<string, { edge: Edge; count: number }>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.port])
    counts.set(key, { edge, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].flatMap(({ edge, count }) => (count > 1 ? [portTwice(edge, count)] : []))
}

function fromNowhere({ from, to }: Edge): Diagnostic {
  return diagnose(
    { severity: 'error', code: 'edge-from-nowhere' },
    `有一条连到「${to}」的线从不存在的节点「${from}」出发。请删去这条线。`,
    `An edge to "${to}" leaves a node "${from}" that does not exist. Delete the edge.`,
  )
}

function toNowhere({ from, port, to }: Edge): Diagnostic {
  return diagnose(
    { severity: 'error', code: 'edge-to-nowhere', node: from },
    `出口「${port}」连到不存在的节点「${to}」。请重新连接，或删去这条线。`,
    `The port "${port}" leads to a node "${to}" that does not exist. Connect it again or delete the edge.`,
  )
}

function intoEntry({ from, port }: Edge): Diagnostic {
  return diagnose(
    { severity: 'error', code: 'edge-into-entry', node: from },
    `出口「${port}」连回了进入节点。客户只能从外面进入，请改连其他节点。`,
    `The port "${port}" leads back to the entry. Contacts only come in there; connect another node.`,
  )
}

function unknownPort({ from, port }: Edge, ports: readonly string[]): Diagnostic {
  const known = ports.join(', ')
  return diagnose(
    { severity: 'error', code: 'unknown-port', node: from },
    known === ''
      ? `这个节点没有出口，却有一条从「${port}」出发的线。请删去这条线。`
      : `这个节点没有出口「${port}」，只有：${known}。请改连，或删去这条线。`,
    known === ''
      ? `This node has no ports, yet an edge leaves by "${port}". Delete the edge.`
      : `This node has no port "${port}", only: ${known}. Connect another or delete the edge.`,
  )
}

function portTwice({ from, port }: Edge, count: number): Diagnostic {
  return diagnose(
    { severity: 'error', code: 'port-twice', node: from },
    `出口「${port}」有 ${count} 条线，只能有一条。请删去多余的；要分流请用条件分支。`,
    `The port "${port}" has ${count} edges and may have one. Delete the others; use a branch to part contacts.`,
  )
}

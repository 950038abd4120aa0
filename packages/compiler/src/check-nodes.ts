import type { Diagnostic } from '@millrace/program'
import { diagnose } from './diagnose.ts'
import type { Drawing } from './drawing.ts'

/** Exactly one entry, and only kinds that this version knows. */
export function checkNodes({ journey, nodes, entries }: Drawing): Diagnostic[] {
  const unknown = journey.nodes
    .filter(({ id }) => !nodes.has(id))
    .map(({ id, kind }) =>
      diagnose(
        { severity: 'error', code: 'unknown-kind', node: id },
        `没有「${kind}」这种节点。请删去它，或换成已有的节点。`,
        `There is no node of the kind "${kind}". Delete it or use one that exists.`,
      ),
    )
  return [...unknown, ...checkEntries(entries.map(({ node }) => node.id))]
}

function checkEntries(entries: readonly string[]): Diagnostic[] {
  if (entries.length === 0) {
    const zh = '旅程没有进入节点。请从节点面板拖一个「进入」到画布上。'
    const en = 'The journey has no entry. Drag an “Entry” from the palette onto the canvas.'
    return [diagnose({ severity: 'error', code: 'no-entry' }, zh, en)]
  }
  if (entries.length === 1) return []
  return entries.map((node) =>
    diagnose(
      { severity: 'error', code: 'several-entries', node },
      `旅程只能有一个进入节点，现在有 ${entries.length} 个。请只留一个。`,
      `A journey has exactly one entry; this one has ${entries.length}. Keep one of them.`,
    ),
  )
}

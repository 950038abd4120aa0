import { loops, reachable } from '@millrace/graph'
import type { Diagnostic } from '@millrace/program'
import { diagnose } from './diagnose.ts'
import type { Drawing, DrawnNode } from './drawing.ts'

/** What contacts can never reach, and where they would go round without end. */
export function checkFlow(drawing: Drawing): Diagnostic[] {
  const [entry] = drawing.entries
  if (entry === undefined || drawing.entries.length > 1) return []
  const reached = reachable(entry.node.id, drawing.next)
  return [...checkStart(entry), ...checkUnreached(drawing, new Set(reached)), ...checkLoops(drawing, reached)]
}

function checkStart({ node, targets }: DrawnNode): Diagnostic[] {
  if (targets.size > 0) return []
  const zh = '进入之后没有下一步，客户一进入就会完成。请连接一个节点。'
  const en = 'Nothing follows the entry, so contacts complete as soon as they enter. Connect a node.'
  return [diagnose({ severity: 'warning', code: 'nothing-after-entry', node: node.id }, zh, en)]
}

function checkUnreached({ journey }: Drawing, reached: ReadonlySet<string>): Diagnostic[] {
  return journey.nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) =>
      diagnose(
        { severity: 'warning', code: 'unreachable', node: id },
        '没有客户会到这里。请把它连到旅程里，或删去。',
        'No contact can come here. Connect it to the journey or delete it.',
      ),
    )
}

function checkLoops({ nodes, next }: Drawing, reached: readonly string[]): Diagnostic[] {
  const restless = reached.filter((id) => nodes.get(id)?.definition.waits !== true)
  return loops(restless, next).map((loop) =>
    diagnose(
      { severity: 'error', code: 'loop-without-wait', node: loop[0] ?? '' },
      `这 ${loop.length} 个节点组成的循环里没有等待，客户会不停地转。请在循环里加一个等待。`,
      `This loop of ${loop.length} nodes holds no wait, so contacts would go round without end. Add a wait to it.`,
    ),
  )
}

import { reachable } from '@millrace/graph'
import type { Entry, Instruction, Label } from '@millrace/program'
import type { Drawing, DrawnNode } from './drawing.ts'

/** The instructions of a drawing before they are fused, in the order a contact can meet them. */
export interface Lowered {
  readonly entry: Entry
  readonly instructions: ReadonlyMap<Label, Instruction>
}

/** Lowers what the entry reaches; null when the entry brings nobody in. A drawing with errors never comes here. */
export function lower(
  drawing: Drawing,
  configs: ReadonlyMap<string, Record<string, unknown>>,
): Lowered | null {
  const [start] = drawing.entries
  if (start === undefined) return null
  const config = configs.get(start.node.id)
  const on = config && start.definition.trigger?.(config)
  if (!on) return null
  const instructions = new Map<Label, Instruction>()
  for (const id of reachable(start.node.id, drawing.next)) {
    const node = drawing.nodes.get(id)
    const own = configs.get(id)
    if (node && own) for (const [label, made] of lowerNode(node, own)) instructions.set(label, made)
  }
  const next = start.targets.get('next') ?? null
  return { entry: { ...placeOf(start), on, next }, instructions }
}

function lowerNode(drawn: DrawnNode, config: Record<string, unknown>): [Label, Instruction][] {
  const own = (index: number): Label => (index === 0 ? drawn.node.id : `${drawn.node.id}#${index}`)
  const to = (port: string): Label | null => drawn.targets.get(port) ?? null
  const made = drawn.definition.lower(config, { to, own, place: placeOf(drawn) })
  return made.map((instruction, index) => [own(index), instruction])
}

function placeOf({ node }: DrawnNode): { node: string; kind: string } {
  return { node: node.id, kind: node.kind }
}

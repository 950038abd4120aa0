import { reachable } from '@millrace/graph'
import type { Instruction, Label, LegSpec, Target, Wait } from '@millrace/program'

/** Most legs of one wait; longer chains become several waits. */
const MOST_LEGS = 16

type Instructions = ReadonlyMap<Label, Instruction>

/** Makes one wait of waits that follow each other by time, and drops what nothing leads to any more. */
export function fuse(start: Target, instructions: Instructions): Record<Label, Instruction> {
  if (start === null) return {}
  const fused = new Map(
    [...instructions].map(([label, one]) => [
      label,
      one.op === 'wait' ? chain(label, one, instructions) : one,
    ]),
  )
  const labels = reachable(start, (label) => targetsOf(fused.get(label)))
  return Object.fromEntries(
    labels.flatMap((label) => {
      const instruction = fused.get(label)
      return instruction ? [[label, instruction]] : []
    }),
  )
}

function chain(label: Label, first: Wait, instructions: Instructions): Wait {
  if (!first.legs.every(isPlain)) return first
  const seen = new Set([label])
  const legs = [...first.legs]
  let next = first.next
  while (next !== null && !seen.has(next)) {
    const follower = instructions.get(next)
    if (follower?.op !== 'wait' || !follower.legs.every(mayFollow)) break
    if (legs.length + follower.legs.length > MOST_LEGS) break
    seen.add(next)
    legs.push(...follower.legs)
    next = follower.next
  }
  return { op: 'wait', legs, next }
}

function isPlain(leg: LegSpec): boolean {
  return leg.type !== 'outcome'
}

/** A time read from an attribute is worked out when its own wait begins, where a missing one can be mended. */
function mayFollow(leg: LegSpec): boolean {
  return isPlain(leg) && !(leg.type === 'sleep' && 'attribute' in leg.until)
}

/** Where an instruction can lead, in the order of its ports. */
export function targetsOf(instruction: Instruction | undefined): Label[] {
  return targets(instruction).filter((target) => target !== null)
}

function targets(instruction: Instruction | undefined): readonly Target[] {
  switch (instruction?.op) {
    case 'act':
      return [...Object.values(instruction.ports), instruction.hold ?? null]
    case 'branch':
      return [...instruction.cases.map(({ to }) => to), instruction.else]
    case 'split':
      return instruction.arms.map(({ to }) => to)
    case 'wait':
      return [...instruction.legs.map(legTarget), instruction.next]
    case 'exit':
    case undefined:
      return []
    default:
      return instruction satisfies never
  }
}

function legTarget(leg: LegSpec): Target {
  if (leg.type === 'event') return leg.received
  return leg.type === 'outcome' ? leg.failed : null
}

import { evaluate } from './condition/evaluate.ts'
import { eventTypesOf } from './condition/event-types.ts'
import { joinReads } from './condition/reads.ts'
import type { BlockEnd, BlockStart, Host, Outcome, Standing, Waiting } from './host.ts'
import { duePort, finalDue, timeLegs } from './legs.ts'
import {
  type Act,
  type Branch,
  type Instruction,
  instructionAt,
  type Place,
  type Program,
  type Target,
  type Wait,
} from './program.ts'
import { Run } from './run.ts'

/** How often one block may pass the same wait by time: more is a loop whose waits are always past. */
const PASSES = 10

/** How many events that are already there one block may take: a contact is not held for as long as it has a past. */
const ANSWERS = 200

/** Runs from one wait to the next (or to the end): everything between is one unit for whoever calls. */
export async function runBlock(program: Program, start: BlockStart, host: Host): Promise<BlockEnd> {
  const run = new Run(start)
  let next = await wake(program, start, run, host)
  // It ends: every loop has a wait, which stops the block, takes one of finitely many events, or counts as passed.
  while (typeof next === 'string') next = await execute(instructionAt(program, next), next, run, host)
  return run.end(next ?? { state: 'completed', at: run.lastAt(host.now) })
}

/** Where a step leads: on to a label, to an end by a port without an edge (`null`), or to a standing. */
type Next = Target | Standing

async function wake(program: Program, { wake: why }: BlockStart, run: Run, host: Host): Promise<Next> {
  switch (why.why) {
    case 'enter':
      run.leave(program.entry, why.at, 'next')
      return program.entry.next
    case 'retry':
      return why.label
    case 'skip':
      return skip(instructionAt(program, why.label), run, host)
    case 'answered':
      return answered(why.waiting, why.answer, run)
    case 'outcome':
      return settled(program, why.waiting, why, run)
    case 'due':
      return due(program, why.waiting, run)
    default:
      return why satisfies never
  }
}

async function execute(instruction: Instruction, label: string, run: Run, host: Host): Promise<Next> {
  switch (instruction.op) {
    case 'act':
      return act(instruction, label, run, host)
    case 'branch':
      return branch(instruction, run, host)
    case 'split': {
      const { port, reads } = await host.arm(instruction)
      run.leave(instruction, host.now, port, { reads })
      return instruction.arms.find((arm) => arm.port === port)?.to ?? null
    }
    case 'wait':
      return wait(instruction, label, run, host)
    case 'exit':
      run.leave(instruction, host.now, null)
      return { state: 'completed', at: host.now }
    default:
      return instruction satisfies never
  }
}

async function act(instruction: Act, label: string, run: Run, host: Host): Promise<Next> {
  const outcome: Outcome = await host.perform(instruction, run.key(), run.seq)
  if ('attention' in outcome) {
    const reason = { ...outcome.attention, node: instruction.node }
    return { state: 'needs-attention', label, reason }
  }
  if (outcome.awaits !== undefined && instruction.hold !== undefined) {
    run.hold({ delivery: outcome.awaits, ...(outcome.output !== undefined && { output: outcome.output }) })
    return instruction.hold
  }
  run.leave(
    instruction,
    host.now,
    outcome.port,
    outcome.output === undefined ? {} : { output: outcome.output },
  )
  return instruction.ports[outcome.port] ?? null
}

async function branch(instruction: Branch, run: Run, host: Host): Promise<Next> {
  const types = [...new Set(instruction.cases.flatMap((one) => eventTypesOf(one.when)))]
  const facts = await host.facts(types, run.seq)
  let reads = {}
  for (const one of instruction.cases) {
    const verdict = evaluate(one.when, facts)
    reads = joinReads(reads, verdict.reads)
    if (!verdict.holds) continue
    run.leave(instruction, host.now, one.port, { reads })
    return one.to
  }
  run.leave(instruction, host.now, 'else', { reads })
  return instruction.else
}

async function wait(instruction: Wait, label: string, run: Run, host: Host): Promise<Next> {
  const timed = timeLegs(instruction.legs, {
    base: host.now,
    from: run.cursor.at,
    zone: host.zone,
    attribute: (name) => host.attribute(name),
  })
  if ('untimed' in timed) return noTime(label, timed.untimed)
  const awaits = run.takeHold()
  const waiting: Waiting = { label, ...timed, ...(awaits && { awaits }) }
  const answer = await host.answer(timed.legs, run.cursor)
  if (answer && run.countAnswer() > ANSWERS) return { state: 'waiting', waiting, answer }
  if (answer) return answered(waiting, answer, run)
  if (finalDue(timed.legs) > host.now) return { state: 'waiting', waiting }
  return run.countPass(label) > PASSES ? stopLoop(label, instruction) : pass(instruction, waiting, run)
}

function answered(waiting: Waiting, answer: { leg: number; seq: number; at: number }, run: Run): Next {
  const leg = waiting.legs[answer.leg]
  if (leg?.type !== 'event') throw new Error(`Leg ${answer.leg} of ${waiting.label} waits for no event.`)
  run.leaveDue(waiting.legs.slice(0, answer.leg))
  run.leave(leg, answer.at, 'received')
  run.take(answer)
  return leg.received
}

function due(program: Program, waiting: Waiting, run: Run): Next {
  const instruction = instructionAt(program, waiting.label)
  if (instruction.op !== 'wait') throw new Error(`${waiting.label} is no wait.`)
  return pass(instruction, waiting, run)
}

function pass(instruction: Wait, waiting: Waiting, run: Run): Next {
  run.leaveDue(waiting.legs, waiting.awaits?.output)
  run.pass(waiting.after)
  return instruction.next
}

function settled(
  program: Program,
  waiting: Waiting,
  outcome: { port: 'next' | 'failed'; at: number },
  run: Run,
): Next {
  const instruction = instructionAt(program, waiting.label)
  const leg = waiting.legs[0]
  if (instruction.op !== 'wait' || leg?.type !== 'outcome')
    throw new Error(`${waiting.label} awaits no outcome.`)
  const output = waiting.awaits?.output
  run.leave(leg, outcome.at, outcome.port, output === undefined ? {} : { output })
  return outcome.port === 'failed' ? leg.failed : instruction.next
}

function skip(instruction: Instruction, run: Run, host: Host): Next {
  const output = { skipped: true }
  if (instruction.op === 'wait') {
    for (const leg of instruction.legs) run.leave(leg, host.now, duePort(leg), { output })
    return instruction.next
  }
  if (instruction.op !== 'act') throw new Error(`Nothing to skip at ${instruction.node}.`)
  const port = Object.hasOwn(instruction.ports, 'next')
    ? 'next'
    : (Object.keys(instruction.ports)[0] ?? 'next')
  run.leave(instruction, host.now, port, { output })
  return instruction.ports[port] ?? null
}

function noTime(label: string, place: Place): Standing {
  const message = {
    zh: '这个等待要用的客户属性为空，或不是时间。请补上属性后重试，或跳过。',
    en: 'The contact attribute that this wait reads is missing or holds no time. Set it and retry, or skip.',
  }
  return { state: 'needs-attention', label, reason: { code: 'no-time', node: place.node, message } }
}

function stopLoop(label: string, { legs }: Wait): Standing {
  const node = legs[0]?.node ?? label
  const message = {
    zh: '旅程在这里反复循环而没有等待。请检查循环里的等待时间。',
    en: 'The journey goes round here without waiting. Check the times of the waits in this loop.',
  }
  return { state: 'needs-attention', label, reason: { code: 'endless-loop', node, message } }
}

import type { Instruction, Program, Step } from '@millrace/program'
import { IANAZone } from 'luxon'
import type { Play, Played } from './on-simulator.ts'

/** What at least one in a hundred scripts must meet. */
export const EXPECTED = [
  ...['act', 'branch', 'split', 'wait', 'exit', 'fused wait'],
  ...[
    'entry next',
    'send-message next',
    'send-message failed',
    'grant-coupon next',
    'grant-coupon unavailable',
  ],
  ...['award-points next', 'set-tag next', 'delay next', 'wait-for-event received', 'wait-for-event timeout'],
  ...['branch case', 'branch else', 'split arm', 'exit null', 'exited'],
  ...['look-back', 'outcome in time', 'outcome too late', 'second entry', 'entered by hand'],
  ...['points-not-a-number', 'no-time', 'empty-message', 'sold-out', 'unknown'],
  ...['message delivered', 'message sent', 'message failed', 'message unknown', 'message queued'],
  ...['pause', 'operator: retry', 'operator: skip', 'operator: exit', 'change of the clocks'],
]

/** What a script met, each once. */
export function metBy({ program, script }: Play, { simulation, met }: Played): Set<string> {
  const all = new Set(met)
  const enrolments = simulation.enrolments()
  const zones = new Map(simulation.contacts().map(({ id, timeZone }) => [id, timeZone ?? program.timeZone]))
  for (const { contact, trace, reason, state } of enrolments) {
    if (reason !== null) all.add(reason.code)
    if (state === 'exited') all.add('exited')
    for (const step of trace) for (const one of metByStep(program, step)) all.add(one)
    for (const one of metByTrace(trace, zones.get(contact) ?? 'UTC')) all.add(one)
  }
  for (const { state } of simulation.deliveries()) all.add(`message ${state}`)
  const people = new Set(enrolments.map(({ contact }) => contact))
  if (people.size < enrolments.length) all.add('second entry')
  if (script.acts.some((act) => act.do === 'enter') && people.size > 0) all.add('entered by hand')
  return all
}

function* metByStep({ instructions }: Program, { node, kind, port, output }: Step): Generator<string> {
  yield `${kind} ${nameOf(kind, port)}`
  if (typeof output === 'object' && output !== null && 'why' in output) yield String(output.why)
  const own: Instruction | undefined = instructions[node]
  if (own !== undefined) yield own.op
  for (const one of Object.values(instructions))
    if (one.op === 'wait' && one.legs.slice(1).some((leg) => leg.node === node)) yield 'fused wait'
  if (own?.op === 'act' && own.hold !== undefined) {
    const hold = instructions[own.hold]
    if (hold?.op === 'wait') yield port === 'failed' ? 'outcome in time' : 'outcome held'
  }
}

function* metByTrace(trace: readonly Step[], zone: string): Generator<string> {
  for (const [index, step] of trace.entries()) {
    const before = trace[index - 1]
    if (before === undefined) continue
    const clock = IANAZone.create(zone)
    if (step.kind === 'delay' && clock.offset(before.at) !== clock.offset(step.at))
      yield 'change of the clocks'
    // Ten minutes to the millisecond: nobody has answered.
    if (step.kind === 'send-message' && step.at - before.at >= 600_000) yield 'outcome too late'
    const goesOn = step.turn === before.turn && before.kind !== 'delay' && before.port !== 'timeout'
    if (step.port === 'received' && goesOn) yield 'look-back'
  }
}

function nameOf(kind: string, port: string | null): string {
  if (kind === 'split') return 'arm'
  return kind === 'branch' && port !== 'else' ? 'case' : String(port)
}

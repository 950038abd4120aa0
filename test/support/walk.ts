import {
  type BlockStart,
  finalDue,
  type Program,
  runBlock,
  type Standing,
  type Step,
  type Wake,
} from '@millrace/program'
import { BIRTH, type Life } from '../generators/lives.ts'
import { LifeHost } from './life-host.ts'

/** How a life went through a program. */
export interface Walk {
  readonly end: 'completed' | 'needs-attention' | 'still going'
  readonly steps: readonly Step[]
  /** What woke each block, and `look-back` where a wait was answered by what had come before. */
  readonly wakes: ReadonlySet<string>
}

const HOUR = 3_600_000

/** Carries one life through a program, block by block, until it ends or has run `most` blocks. */
export async function walk(program: Program, life: Life, most = 60): Promise<Walk> {
  const walker = new Walker(program, life)
  while (walker.start !== null && walker.start.turn < most) await walker.step()
  return { end: walker.end, steps: walker.steps, wakes: walker.wakes }
}

class Walker {
  readonly steps: Step[] = []
  readonly wakes = new Set<string>()
  end: Walk['end'] = 'still going'
  start: BlockStart | null = {
    turn: 0,
    cursor: { seq: 1, at: BIRTH },
    seq: 1,
    wake: { why: 'enter', at: BIRTH },
  }
  readonly #program: Program
  readonly #life: Life
  #now = BIRTH
  #draws = 0

  constructor(program: Program, life: Life) {
    this.#program = program
    this.#life = life
  }

  async step(): Promise<void> {
    if (this.start === null) return
    // Some blocks run late, so that events are there before the wait is.
    if (this.#chance(25)) this.#now += 5 * HOUR
    this.wakes.add(this.start.wake.why)
    const host = new LifeHost(this.#life, this.#now, this.#chance(50) ? 1 : 0)
    const block = await runBlock(this.#program, this.start, host)
    this.steps.push(...block.steps)
    const received = block.steps.filter(({ port }) => port === 'received').length
    if (received > (this.start.wake.why === 'answered' ? 1 : 0)) this.wakes.add('look-back')
    const wake = this.#wake(block.standing, host, block.cursor)
    this.start = wake && { turn: this.start.turn + 1, cursor: block.cursor, seq: block.seq, wake }
  }

  #wake(standing: Standing, host: LifeHost, cursor: BlockStart['cursor']): Wake | null {
    if (standing.state === 'completed') {
      this.end = 'completed'
      return null
    }
    if (standing.state === 'needs-attention') {
      this.wakes.add(standing.reason.code)
      if (this.#chance(60)) return { why: this.#chance(30) ? 'retry' : 'skip', label: standing.label }
      this.end = 'needs-attention'
      return null
    }
    const { waiting } = standing
    if (waiting.legs[0]?.type === 'outcome' && this.#chance(60)) {
      return { why: 'outcome', waiting, port: this.#chance(50) ? 'failed' : 'next', at: this.#now }
    }
    const answer = host.findAnswer(waiting.legs, cursor, ({ at }) => at > this.#now)
    this.#now = Math.max(this.#now, answer?.at ?? finalDue(waiting.legs))
    if (waiting.legs[0]?.type === 'outcome') this.wakes.add('outcome by time')
    return answer ? { why: 'answered', waiting, answer } : { why: 'due', waiting }
  }

  #chance(percent: number): boolean {
    const draw = this.#life.luck[this.#draws++ % this.#life.luck.length] ?? 0
    return draw < percent
  }
}

import { compile } from '@millrace/compiler'
import { messageChain } from '../test/fixtures/journeys.ts'
import { median, print } from './support/figures.ts'

const ROUNDS = 200

/** Milliseconds to compile a chain of 250 messages and 249 delays, as the canvas does after each edit. */
export async function compiling(): Promise<void> {
  const journey = messageChain({ n: 250 })
  const context = { coupons: new Set<string>(), channels: new Set(['inbox']) }
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    const { program } = compile(journey, context)
    if (program === undefined) throw new Error('The chain does not compile.')
    return performance.now() - start
  })
  print('compile 500 nodes, first', `${(times[0] ?? 0).toFixed(1)} ms`)
  print('compile 500 nodes, median', `${median(times).toFixed(1)} ms`, '≤ 10 ms')
}

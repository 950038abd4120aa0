import { expect, it } from 'vitest'
import { quietLog } from './log.ts'

it('says the same thing once in a while, and then how often it was meant', () => {
  const lines: string[] = []
  let now = 0
  const log = quietLog({ quietMs: 1000, write: (line) => lines.push(line), now: () => now })
  for (const at of [0, 10, 20, 999, 1000, 1001]) {
    now = at
    log('Temporal is down')
  }
  log('something else')
  expect(lines).toEqual(['Temporal is down', 'Temporal is down (and 3 more)', 'something else'])
})

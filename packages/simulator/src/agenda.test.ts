import type { Waiting } from '@millrace/program'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Agenda, type Due } from './agenda.ts'
import type { Delivery, Enrolment } from './world.ts'

interface Noted {
  readonly at: number
  readonly isWait: boolean
  readonly index: number
}

// The agenda looks at nothing of them but their place.
const dueOf = ({ at, isWait, index }: Noted): Due =>
  isWait
    ? { at, enrolment: { index } as Enrolment, waiting: {} as Waiting }
    : { at, delivery: { index } as Delivery }

const noted = fc.record({ at: fc.nat(5), isWait: fc.boolean(), index: fc.nat(5) })

test('what is due comes by time, waits before messages, each in its order, however it was put in and taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(noted, fc.constant('take' as const))), (moves) => {
      const agenda = new Agenda()
      let left: Noted[] = []
      for (const move of moves) {
        if (move !== 'take') {
          agenda.add(dueOf(move))
          left = [...left, move].sort(
            (a, b) => a.at - b.at || Number(b.isWait) - Number(a.isWait) || a.index - b.index,
          )
          continue
        }
        const first = left.shift()
        expect(agenda.take()).toEqual(first && dueOf(first))
      }
      expect(agenda.next).toEqual(left[0] && dueOf(left[0]))
    }),
  )
})

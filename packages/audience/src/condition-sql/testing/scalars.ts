import fc, { type Arbitrary } from 'fast-check'
import { NO_TIMES, NUMBERS, TEXTS, TIMES } from './odd-values.ts'

/** Texts of every odd sort, moments among them, and a few common ones that often meet. */
export const aText: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'ab', 'vip', '2026-07-01T12:00:00Z') },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(...TIMES) },
  { weight: 1, arbitrary: fc.constantFrom(...NO_TIMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }).filter((one) => !one.includes('\0')) },
)

/** Finite numbers, a few of them common. */
export const aNumber: Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 100) },
  { weight: 4, arbitrary: fc.constantFrom(...NUMBERS.map(Number).filter(Number.isFinite)) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
)

/** Tags that contacts have and conditions ask for. */
export const aTag: Arbitrary<string> = fc.constantFrom('vip', 'VIP', 'a', '%', '长', ' ')

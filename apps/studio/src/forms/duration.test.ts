import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDuration, UNITS, writeDuration } from './duration.ts'

describe('a duration in a form', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.constantFrom(...UNITS), (amount, unit) => {
        const iso = writeDuration({ amount, unit })
        expect(readDuration(iso)).toEqual({ amount, unit })
      }),
    )
  })

  test.each(['PT24H', 'P1D', 'PT90M', 'P2W', 'P6M', 'PT6M', 'P1Y', 'PT3600S'])('%s stays as it is', (iso) => {
    const parts = readDuration(iso)
    expect(parts && writeDuration(parts)).toBe(iso)
  })

  test('hours with minutes are minutes', () => {
    expect(readDuration('PT1H30M')).toEqual({ amount: 90, unit: 'minutes' })
  })

  test('days with hours have no unit of their own: a day keeps the wall-clock time', () => {
    expect(readDuration('P1DT2H')).toBeNull()
  })

  test.each(['', 'P', 'PT', '24h', 'PT1.5H', 'P-1D'])('%j is none', (text) => {
    expect(readDuration(text)).toBeNull()
  })
})

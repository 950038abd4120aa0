import fc from 'fast-check'
import murmurhash from 'murmurhash'
import { expect, test } from 'vitest'
import vectors from '../../../test/fixtures/hash-vectors.json' with { type: 'json' }
import { assignArm, bucketOf } from './assignment.ts'

const arms = (...weights: number[]) =>
  weights.map((weight, index) => ({ port: `arm-${index}`, weight, to: null }))

test.each(vectors.vectors)('seed $seed and contact $unit fall into bucket $bucket_10000', (vector) => {
  expect(murmurhash.v3(`${vector.seed}:${vector.unit}`, 0)).toBe(vector.hash_u32)
  expect(bucketOf(vector.seed, vector.unit)).toBe(vector.bucket_10000)
})

test.each(vectors.murmur3)('murmur3 of "$input" with seed $seed is 0x$hex', ({ input, seed, expected }) => {
  expect(murmurhash.v3(input, seed)).toBe(expected)
})

test('an arm owns its share of the buckets, half open, by weight over the sum', () => {
  // exp_01:contact_1 falls into 1248, contact_2 into 2539, contact_3 into 6639.
  const portOf = (contact: string, ...weights: number[]) =>
    assignArm(arms(...weights), 'exp_01', contact).arm.port
  expect(portOf('contact_1', 0.1248, 0.8752)).toBe('arm-1')
  expect(portOf('contact_1', 0.1249, 0.8751)).toBe('arm-0')
  expect(portOf('contact_2', 1, 1, 2)).toBe('arm-1')
  expect(portOf('contact_3', 1, 1, 2)).toBe('arm-2')
})

test('growing the weights’ scale moves nobody', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
      fc.string(),
      (weights, contact) => {
        const small = assignArm(arms(...weights), 'seed', contact)
        const large = assignArm(arms(...weights.map((weight) => weight * 64)), 'seed', contact)
        expect(large.arm.port).toBe(small.arm.port)
      },
    ),
  )
})

test('the buckets of two seeds are uniform and independent', () => {
  const cells = new Array<number>(16).fill(0)
  for (let index = 0; index < 16_000; index++) {
    const quarter = (seed: string) => Math.floor(bucketOf(seed, `contact-${index}`) / 2500)
    const cell = quarter('one') * 4 + quarter('two')
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  const chi2 = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  // 99.9 % quantile of chi² with 15 degrees of freedom.
  expect(chi2).toBeLessThan(37.7)
})

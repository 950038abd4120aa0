import { catalogue } from '@millrace/nodes'
import { expect, test } from 'vitest'
import { searchPalette } from './search.ts'

const kinds = (query: string, without: readonly string[] = []) =>
  searchPalette(query, { without }).flatMap(({ nodes }) => nodes.map(({ kind }) => kind))

test('the palette has every node there is', () => {
  expect(kinds('').toSorted()).toEqual(Object.keys(catalogue).toSorted())
})

test.each(['优惠券', 'coupon', ' COUPON '])('%s finds the coupon first', (query) => {
  expect(kinds(query)[0]).toBe('grant-coupon')
})

test('what is left out is not found either', () => {
  expect(kinds('', ['entry'])).not.toContain('entry')
  expect(kinds('no such thing')).toEqual([])
})

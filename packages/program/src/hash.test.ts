import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, hashProgram } from './hash.ts'
import type { Program } from './program.ts'

const program: Program = {
  format: 'millrace.program/1',
  timeZone: 'Asia/Shanghai',
  reentry: { mode: 'never' },
  entry: { node: 'in', kind: 'entry', on: { manual: true }, next: 'out' },
  instructions: { out: { op: 'exit', node: 'out', kind: 'exit' } },
}

test('the hash is 64 hex digits and does not depend on the order of keys', () => {
  const { instructions, ...rest } = program
  const turned = { instructions, ...Object.fromEntries(Object.entries(rest).reverse()) }
  expect(hashProgram(program)).toMatch(/^[0-9a-f]{64}$/)
  // The same keys in another order are the same program.
  expect(hashProgram(turned as Program)).toBe(hashProgram(program))
})

test('any other program has another hash', () => {
  expect(hashProgram({ ...program, timeZone: 'Asia/Tokyo' })).not.toBe(hashProgram(program))
})

test('canonical JSON says the same as the value, whatever its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(canonical(JSON.parse('{"__proto__":1,"b":[{"d":1,"c":2}],"a":0}'))).toBe(
    '{"__proto__":1,"a":0,"b":[{"c":2,"d":1}]}',
  )
})

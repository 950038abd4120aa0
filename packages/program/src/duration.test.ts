import { expect, test } from 'vitest'
import { addDuration, isDuration, isTimeZone, subtractDuration } from './duration.ts'

const at = (text: string): number => Date.parse(text)
const NEW_YORK = 'America/New_York'

test.each(['PT2S', 'PT90M', 'P1D', 'P2W', 'P1Y2M3DT4H5M6S', 'P730D', 'P10Y'])('%s is a duration', (text) => {
  expect(isDuration(text)).toBe(true)
})

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'P0D',
  'PT0S',
  '-P1D',
  'P-1D',
  'P1.5D',
  'PT1,5S',
  'p1d',
  '1D',
  'P1S',
  'P11Y',
  'P1D ',
])('"%s" is no duration', (text) => {
  expect(isDuration(text)).toBe(false)
})

test('a number too long for any calendar is no duration', () => {
  expect(isDuration(`P${'9'.repeat(400)}D`)).toBe(false)
})

test('a day keeps the wall clock across the start of summer time, 24 hours do not', () => {
  const noon = at('2026-03-07T12:00:00-05:00')
  expect(addDuration(noon, 'P1D', NEW_YORK)).toBe(at('2026-03-08T12:00:00-04:00'))
  expect(addDuration(noon, 'PT24H', NEW_YORK)).toBe(at('2026-03-08T13:00:00-04:00'))
})

test('a day keeps the wall clock across the end of summer time, 24 hours do not', () => {
  const noon = at('2026-10-31T12:00:00-04:00')
  expect(addDuration(noon, 'P1D', NEW_YORK)).toBe(at('2026-11-01T12:00:00-05:00'))
  expect(addDuration(noon, 'PT24H', NEW_YORK)).toBe(at('2026-11-01T11:00:00-05:00'))
  expect(subtractDuration(at('2026-11-01T12:00:00-05:00'), 'P1D', NEW_YORK)).toBe(noon)
})

test('a month from the last of January ends in February', () => {
  expect(addDuration(at('2026-01-31T10:00:00Z'), 'P1M', 'UTC')).toBe(at('2026-02-28T10:00:00Z'))
})

test('a time that summer time skips is moved on by the gap', () => {
  const early = at('2026-03-07T02:30:00-05:00')
  expect(addDuration(early, 'P1D', NEW_YORK)).toBe(at('2026-03-08T03:30:00-04:00'))
})

test.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8'])('%s is a zone', (zone) => {
  expect(isTimeZone(zone)).toBe(true)
})

test.each(['', 'local', 'system', 'default', 'UTC+8', '+08:00', 'Mars/Base', 'Asia/Shanghai\0'])(
  '"%s" is no zone, whatever this machine’s own one is',
  (zone) => {
    expect(isTimeZone(zone)).toBe(false)
  },
)

import fc from 'fast-check'
import { DateTime } from 'luxon'
import { afterEach, expect, test, vi } from 'vitest'
import type { Json } from './text.ts'
import { parseTime, resolveTime, type TimeSpec } from './time-spec.ts'
import { instantOfWall } from './wall-clock.ts'

const NEW_YORK = 'America/New_York'
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

function resolve(spec: TimeSpec, base: string, zone = NEW_YORK, attributes: Record<string, Json> = {}) {
  return iso(resolveTime(spec, { base: Date.parse(base), zone, attribute: (name) => attributes[name] }))
}

afterEach(() => {
  vi.useRealTimers()
})

test('a time of day is today’s, or tomorrow’s once it has come', () => {
  const spec = { time: '09:30' }
  expect(resolve(spec, '2026-07-01T09:29:59.999-04:00')).toBe('2026-07-01T13:30:00.000Z')
  expect(resolve(spec, '2026-07-01T09:30:00-04:00')).toBe('2026-07-02T13:30:00.000Z')
})

test('a time of day is the contact’s local one, whatever the day elsewhere', () => {
  expect(resolve({ time: '08:00' }, '2026-07-01T23:00:00Z', 'Asia/Shanghai')).toBe('2026-07-02T00:00:00.000Z')
})

test('weekdays count from Monday, and the same weekday is a week on when its time has come', () => {
  const monday = { time: '10:00', weekdays: [1] }
  expect(resolve(monday, '2026-07-06T09:00:00-04:00')).toBe('2026-07-06T14:00:00.000Z')
  expect(resolve(monday, '2026-07-06T10:00:00-04:00')).toBe('2026-07-13T14:00:00.000Z')
  expect(resolve({ time: '10:00', weekdays: [6, 7] }, '2026-07-06T09:00:00Z')).toBe(
    '2026-07-11T14:00:00.000Z',
  )
})

test('a time of day that summer time skips is the first moment after the gap, once', () => {
  const spec = { time: '02:30' }
  expect(resolve(spec, '2026-03-08T01:00:00-05:00')).toBe('2026-03-08T07:00:00.000Z')
  expect(resolve(spec, '2026-03-08T03:00:00-04:00')).toBe('2026-03-09T06:30:00.000Z')
})

test('a time of day that the end of summer time repeats is the first one, once', () => {
  const spec = { time: '01:30' }
  expect(resolve(spec, '2026-11-01T00:00:00-04:00')).toBe('2026-11-01T05:30:00.000Z')
  expect(resolve(spec, '2026-11-01T01:30:00-04:00')).toBe('2026-11-02T06:30:00.000Z')
  expect(resolve(spec, '2026-11-01T01:10:00-05:00')).toBe('2026-11-02T06:30:00.000Z')
})

test('a midnight that is skipped or repeated is no trouble', () => {
  expect(resolve({ time: '00:00' }, '2018-11-03T12:00:00-03:00', 'America/Sao_Paulo')).toBe(
    '2018-11-04T03:00:00.000Z',
  )
  expect(resolve({ time: '00:30' }, '2025-11-01T23:00:00-04:00', 'America/Havana')).toBe(
    '2025-11-02T04:30:00.000Z',
  )
  expect(resolve({ time: '00:30' }, '2025-11-02T00:10:00-05:00', 'America/Havana')).toBe(
    '2025-11-03T05:30:00.000Z',
  )
  expect(resolve({ time: '12:00' }, '2011-12-29T13:00:00-10:00', 'Pacific/Apia')).toBe(
    '2011-12-30T10:00:00.000Z',
  )
})

test('weekdays that do not exist throw instead of searching for ever', () => {
  expect(() => resolve({ time: '10:00', weekdays: [8] }, '2026-07-06T09:00:00Z')).toThrow('weekday')
})

test('the next time of day is always later, within two days, and shows that time or follows a gap', () => {
  const zones = fc.constantFrom(
    NEW_YORK,
    'Asia/Shanghai',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/Havana',
  )
  const bases = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) })
  fc.assert(
    fc.property(zones, bases, fc.nat(1439), (zone, base, minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const at = resolveTime({ time }, { base, zone, attribute: () => undefined }) ?? 0
      expect(at).toBeGreaterThan(base)
      expect(at - base).toBeLessThanOrEqual(26 * 3_600_000)
      const shown = DateTime.fromMillis(at, { zone })
      const inGap = DateTime.fromMillis(at - 1, { zone }).offset < shown.offset
      expect(inGap || (shown.hour === hour && shown.minute === minute)).toBe(true)
    }),
  )
})

test('an attribute holds RFC 3339, a local date-time or a date; anything else is no time', () => {
  const spec = { attribute: 'when' }
  const when = (value: Json | undefined) =>
    resolve(spec, '2026-01-01T00:00:00Z', NEW_YORK, { when: value ?? null })
  expect(when('2026-07-01T10:00:00+08:00')).toBe('2026-07-01T02:00:00.000Z')
  expect(when('2026-07-01T10:00')).toBe('2026-07-01T14:00:00.000Z')
  expect(when('2026-07-01 10:00:30.25')).toBe('2026-07-01T14:00:30.250Z')
  expect(when('2026-07-01')).toBe('2026-07-01T04:00:00.000Z')
  for (const bad of ['2026-02-30', 'tomorrow', '2026-07-01T24:00:00Z', '', 20260701, null, ['2026-07-01']])
    expect(when(bad)).toBeNull()
})

test('a date may be past', () => {
  expect(resolve({ date: '2020-01-01' }, '2026-01-01T00:00:00Z', 'UTC')).toBe('2020-01-01T00:00:00.000Z')
})

test('what a repeated local time means does not depend on the season in which it is read', () => {
  vi.useFakeTimers()
  const read = (now: string) => {
    vi.setSystemTime(new Date(now))
    return parseTime('2026-11-01T01:30', NEW_YORK)
  }
  expect(read('2026-01-15T00:00:00Z')).toBe(Date.parse('2026-11-01T05:30:00Z'))
  expect(read('2026-07-15T00:00:00Z')).toBe(Date.parse('2026-11-01T05:30:00Z'))
})

test('every wall-clock reading of a day has a moment, in order', () => {
  for (const day of [Date.UTC(2026, 2, 8), Date.UTC(2026, 10, 1), Date.UTC(1900, 0, 1)]) {
    let last = Number.NEGATIVE_INFINITY
    for (let minute = 0; minute < 1440; minute++) {
      const at = instantOfWall(day + minute * 60_000, NEW_YORK)
      expect(Number.isInteger(at)).toBe(true)
      expect(at).toBeGreaterThanOrEqual(last)
      last = at
    }
  }
})

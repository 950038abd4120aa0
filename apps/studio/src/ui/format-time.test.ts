import { describe, expect, test } from 'vitest'
import { durationInWords } from './format-duration.ts'
import { brief, clock, day, dayAndTime, dayOf, weekday } from './format-time.ts'

const zh = { language: 'zh', zone: 'Asia/Shanghai' } as const
const en = { language: 'en', zone: 'Asia/Shanghai' } as const
const now = new Date('2026-11-18T12:30:00Z')

describe('times in a list', () => {
  test('of today are the time in the zone asked for', () => {
    expect(brief(new Date('2026-11-18T06:32:00Z'), now, zh)).toBe('14:32')
    expect(brief(new Date('2026-11-18T06:32:00Z'), now, { language: 'en', zone: 'Europe/Berlin' })).toBe(
      '07:32',
    )
  })
  test('of yesterday say so, by the calendar and not by 24 hours', () => {
    expect(brief(new Date('2026-11-17T15:59:00Z'), now, zh)).toBe('昨天')
    expect(brief(new Date('2026-11-17T16:01:00Z'), now, zh)).toBe('00:01')
    expect(brief(new Date('2026-11-17T15:59:00Z'), now, en)).toBe('Yesterday')
  })
  test('before that are a day, with its year when it is another', () => {
    expect(brief(new Date('2026-10-09T04:00:00Z'), now, zh)).toBe('10 月 9 日')
    expect(brief(new Date('2026-10-09T04:00:00Z'), now, en)).toBe('Oct 9')
    expect(day(new Date('2025-10-09T04:00:00Z'), now, zh)).toBe('2025 年 10 月 9 日')
    expect(day(new Date('2025-10-09T04:00:00Z'), now, en)).toBe('Oct 9, 2025')
  })
})

test('midnight is 00, never 24', () => {
  expect(clock(new Date('2026-11-17T16:00:00Z'), zh)).toBe('00:00')
  expect(clock(new Date('2026-11-17T16:00:05Z'), en, true)).toBe('00:00:05')
})

test('what is to come carries its day unless that is today', () => {
  expect(dayAndTime(new Date('2026-12-01T01:00:00Z'), now, zh)).toBe('12 月 1 日 09:00')
  expect(dayAndTime(new Date('2026-11-18T13:00:00Z'), now, zh)).toBe('21:00')
})

test('a day is grouped by the zone', () => {
  expect(dayOf(new Date('2026-11-17T16:01:00Z'), 'Asia/Shanghai')).toBe('2026-11-18')
  expect(dayOf(new Date('2026-11-17T16:01:00Z'), 'America/New_York')).toBe('2026-11-17')
  expect(weekday(new Date('2026-11-18T02:00:00Z'), zh)).toBe('周三')
})

test('an unknown zone falls back to the browser instead of throwing', () => {
  expect(clock(now, { language: 'zh', zone: 'Nowhere/At_All' })).toMatch(/^\d\d:\d\d$/)
})

test.each([
  ['PT24H', '24 小时', '24 hours'],
  ['P7D', '7 天', '7 days'],
  ['P1M', '1 个月', '1 month'],
  ['PT1M', '1 分钟', '1 minute'],
  ['P1DT2H30M', '1 天 2 小时 30 分钟', '1 day 2 hours 30 minutes'],
  ['soon', 'soon', 'soon'],
])('the duration %s is told in words', (iso, inZh, inEn) => {
  expect(durationInWords(iso, 'zh')).toBe(inZh)
  expect(durationInWords(iso, 'en')).toBe(inEn)
})

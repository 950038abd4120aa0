import { expect, test } from 'vitest'
import { faultsOf, lowered } from '../../test/check.ts'
import { summaryOf } from '../look-at.ts'

test.each([
  [{ for: 'PT36H' }, { for: 'PT36H' }],
  [{ until: { time: '10:00' } }, { time: '10:00' }],
  [{ until: { time: '10:00', weekdays: [] } }, { time: '10:00' }],
  [{ until: { time: '10:00', weekdays: [5, 1] } }, { time: '10:00', weekdays: [1, 5] }],
  [{ until: { attribute: 'birthday' } }, { attribute: 'birthday' }],
  [{ until: { date: '2027-01-31' } }, { date: '2027-01-31' }],
])('%j sleeps until %j', (config, until) => {
  expect(lowered('delay', config, { next: 'a' })).toEqual([
    { op: 'wait', legs: [{ type: 'sleep', node: 'me', kind: 'delay', until }], next: 'a' },
  ])
})

test.each([
  [{}, ['error one-of -']],
  [{ for: 'P1D', until: { time: '10:00' } }, ['error one-of -']],
  [{ for: '1 day' }, ['error bad-duration for']],
  [{ for: 'PT0S' }, ['error bad-duration for']],
  [{ until: { time: '24:00' } }, ['error bad-time until.time']],
  [{ until: { time: '10:00', weekdays: [8] } }, ['error too-big until.weekdays.0']],
  [{ until: { time: '10:00', weekdays: [1, 1] } }, ['error duplicate-weekday until.weekdays']],
  [{ until: { date: 'soon' } }, ['error bad-date until.date']],
  [{ until: { date: '2027-02-30' } }, ['error bad-date until.date']],
])('%j has the faults %j', (config, faults) => {
  expect(faultsOf('delay', config)).toEqual(faults)
})

test('the summary says the time in words', () => {
  expect(summaryOf({ kind: 'delay', config: { for: 'P1DT2H' } })).toEqual({
    zh: '1 天 2 小时',
    en: '1 d 2 h',
  })
  const weekly = { until: { time: '10:00', weekdays: [1, 7] } }
  expect(summaryOf({ kind: 'delay', config: weekly })).toEqual({
    zh: '到客户当地 周一、日 10:00',
    en: 'until Mon, Sun 10:00 local',
  })
  expect(summaryOf({ kind: 'delay', config: {} })).toBeNull()
})

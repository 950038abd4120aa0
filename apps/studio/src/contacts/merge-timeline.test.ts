import { expect, test } from 'vitest'
import type { ContactEvent } from '../api/contacts.ts'
import type { Delivery } from '../api/deliveries.ts'
import type { EnrolmentRow, TraceStep } from '../api/enrolments.ts'
import { mergeTimeline } from './merge-timeline.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 18, 10, minute)).toISOString()
const event = (id: string, minute: number): ContactEvent => ({
  id,
  type: 'order.paid',
  at: at(minute),
  receivedAt: at(minute),
  source: 'api',
  data: {},
})
const enrolment: EnrolmentRow = {
  id: 'e',
  journey: 'j',
  journeyName: 'J',
  version: 1,
  contact: 'c',
  state: 'waiting',
  node: 'n',
  workflowId: 'w',
  enteredAt: at(0),
}
const step = (turn: number, index: number, minute: number): TraceStep => ({
  at: at(minute),
  turn,
  step: index,
  node: `n${index}`,
  kind: 'delay',
  port: 'next',
})
const delivery = (id: string, minute: number): Delivery => ({
  id,
  key: `e/1/${id}`,
  contact: 'c',
  enrolment: 'e',
  journey: 'j',
  node: 'n',
  channel: 'inbox',
  state: 'sent',
  text: '',
  at: at(minute),
})
const none = { events: [], deliveries: [], traces: [], cut: { events: false, deliveries: false } }

test('the latest stands first, whatever it is', () => {
  const story = mergeTimeline({
    ...none,
    events: [event('a', 5), event('b', 1)],
    traces: [{ enrolment, steps: [step(1, 0, 3)] }],
  })
  expect(story.map(({ id }) => id)).toEqual(['api a', 'e/1/0', 'api b'])
})

test('in one moment the event stands below what it set off, and steps keep their order', () => {
  const story = mergeTimeline({
    ...none,
    events: [event('a', 1)],
    traces: [{ enrolment, steps: [step(1, 0, 1), step(1, 1, 1), step(2, 0, 1)] }],
  })
  expect(story.map(({ id }) => id)).toEqual(['e/2/0', 'e/1/1', 'e/1/0', 'api a'])
})

test('a message stands for the step that handed it over', () => {
  const story = mergeTimeline({
    ...none,
    deliveries: [delivery('d', 2)],
    traces: [{ enrolment, steps: [step(1, 0, 1), { ...step(1, 1, 2), output: { delivery: 'd' } }] }],
  })
  expect(story.map(({ id }) => id)).toEqual(['d', 'e/1/0'])
})

test('in one moment a message stands where its step stood', () => {
  const story = mergeTimeline({
    ...none,
    deliveries: [{ ...delivery('d', 2), key: 'e/1/1' }],
    traces: [
      { enrolment, steps: [step(1, 0, 2), { ...step(1, 1, 2), output: { delivery: 'd' } }, step(1, 2, 2)] },
    ],
  })
  expect(story.map(({ id }) => id)).toEqual(['e/1/2', 'd', 'e/1/0'])
})

test('nothing is told that a list which goes on might still interrupt', () => {
  const sources = {
    events: [event('a', 9), event('b', 5)],
    deliveries: [],
    traces: [{ enrolment, steps: [step(1, 0, 7), step(1, 1, 3)] }],
  }
  const told = (cut: boolean) =>
    mergeTimeline({ ...sources, cut: { events: cut, deliveries: false } }).map(({ id }) => id)
  expect(told(true)).toEqual(['api a', 'e/1/0', 'api b'])
  expect(told(false)).toEqual(['api a', 'e/1/0', 'api b', 'e/1/1'])
})

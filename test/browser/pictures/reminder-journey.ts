import type { Journey } from '@millrace/graph'

/** The words of the journey in one language, by node. */
export interface Words {
  readonly name: string
  readonly follow: string
  readonly coupon: string
  readonly pay: string
  readonly split: string
  readonly arms: readonly [string, string]
  readonly plain: readonly [title: string, text: string]
  readonly expiry: readonly [title: string, text: string]
  readonly again: string
  readonly points: readonly [title: string, reason: string]
  readonly rest: string
  readonly loyal: readonly [title: string, port: string]
  readonly winBack: readonly [title: string, text: string]
  readonly end: string
}

/** What changes from version to version: short waits let people through at once, long ones keep them. */
export interface Waits {
  readonly pay: string
  readonly again: string
  readonly rest: string
}

const at = (middle: number, y: number, width = 256) => ({ x: middle - width / 2, y })
const wire = (from: string, port: string, to: string) => ({ from, port, to })
const message = (text: string) => ({ channel: 'inbox', text })

/** Follow → coupon → wait for payment → one of two reminders → wait again → points → wait → win back. */
export function reminderJourney(options: {
  words: Words
  waits: Waits
  event: string
  coupon: string
}): Journey {
  const { words, waits, event, coupon } = options
  const often = {
    field: 'events.order.paid',
    operator: '=',
    match: { mode: 'atLeast', threshold: 2 },
    value: {
      combinator: 'and',
      rules: [
        { field: 'at', operator: 'withinLast', value: 'P90D' },
        { field: 'data.amount', operator: '>=', value: 100 },
      ],
    },
  }
  const cases = [{ id: 'yes', name: words.loyal[1], when: { combinator: 'and', rules: [often] } }]
  const arms = words.arms.map((name, index) => ({ id: index === 0 ? 'a' : 'b', name, weight: 50 }))
  const node = (id: string, kind: string, rest: Omit<Journey['nodes'][number], 'id' | 'kind'>) => ({
    id,
    kind,
    ...rest,
  })
  return {
    format: 'millrace.journey/1',
    name: words.name,
    timeZone: 'Asia/Shanghai',
    settings: { reentry: { mode: 'never' } },
    nodes: [
      node('follow', 'entry', { title: words.follow, config: { on: { event } }, position: at(0, 0) }),
      node('coupon', 'grant-coupon', { title: words.coupon, config: { coupon }, position: at(0, 64) }),
      node('pay', 'wait-for-event', {
        title: words.pay,
        config: { event: 'order.paid', timeout: waits.pay },
        position: at(0, 144),
      }),
      node('split', 'split', { title: words.split, config: { arms }, position: at(64, 248) }),
      node('plain', 'send-message', {
        title: words.plain[0],
        config: message(words.plain[1]),
        position: at(-72, 352),
      }),
      node('expiry', 'send-message', {
        title: words.expiry[0],
        config: message(words.expiry[1]),
        position: at(208, 352),
      }),
      node('again', 'wait-for-event', {
        title: words.again,
        config: { event: 'order.paid', timeout: waits.again },
        position: at(64, 440),
      }),
      node('points', 'award-points', {
        title: words.points[0],
        config: { points: 50, reason: words.points[1] },
        position: at(-232, 544),
      }),
      node('rest', 'delay', { title: words.rest, config: { for: waits.rest }, position: at(128, 616) }),
      node('loyal', 'branch', { title: words.loyal[0], config: { cases }, position: at(128, 696) }),
      node('win-back', 'send-message', {
        title: words.winBack[0],
        config: message(words.winBack[1]),
        position: at(192, 800),
      }),
      node('end', 'exit', { title: words.end, config: {}, position: at(192, 880, 152) }),
    ],
    edges: [
      wire('follow', 'next', 'coupon'),
      wire('coupon', 'next', 'pay'),
      wire('pay', 'received', 'points'),
      wire('pay', 'timeout', 'split'),
      wire('split', 'a', 'plain'),
      wire('split', 'b', 'expiry'),
      wire('plain', 'next', 'again'),
      wire('expiry', 'next', 'again'),
      wire('again', 'received', 'points'),
      wire('again', 'timeout', 'rest'),
      wire('points', 'next', 'rest'),
      wire('rest', 'next', 'loyal'),
      wire('loyal', 'yes', 'end'),
      wire('loyal', 'else', 'win-back'),
      wire('win-back', 'next', 'end'),
    ],
    notes: [],
  }
}

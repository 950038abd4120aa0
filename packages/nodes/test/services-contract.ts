import { describe, expect, test } from 'vitest'
import { findNode } from '../src/catalogue.ts'
import { effects, performEffect } from '../src/effects.ts'
import type { Services } from '../src/services/index.ts'

/** 2026-03-02 09:00 in Shanghai: when the block runs in which all steps of a test are. */
export const CONTRACT_NOW = Date.parse('2026-03-02T01:00:00.000Z')

/** What every set starts from. */
export const CONTRACT_START = {
  contact: {
    attributes: { name: '林晓雯', level: 3 },
    timeZone: 'Asia/Shanghai',
    tags: ['new', 'tea'],
    points: 10,
  },
  event: { amount: 42 },
  /** Stock by coupon; null is without end. */
  coupons: { plenty: null, scarce: 1 },
} as const

/** What one set of services has come to. */
export interface Holdings {
  readonly tags: readonly string[]
  readonly points: number
  readonly ledger: readonly {
    readonly points: number
    readonly reason: string | null
    readonly balance: number
  }[]
  /** The coupons in the contact's hands, the first one first. */
  readonly coupons: readonly string[]
  readonly messages: readonly {
    readonly channel: string
    readonly title: string | null
    readonly text: string
  }[]
}

/** One contact in one block of one set of services, disposed by `await using`. */
export interface ServicesBench extends AsyncDisposable {
  /** The services of a step: the same for the same number. */
  step(number: number): Services
  /** Ends the block and reads what it has left; to be called once, last. */
  holdings(): Promise<Holdings>
}

/** The suite that every set of services passes: what effects may rely on. */
export function describeServices(name: string, open: () => Promise<ServicesBench>): void {
  describe(`services ${name}`, () => {
    test('give a coupon once for each step', async () => {
      await using bench = await open()
      const first = await bench.step(0).coupons.grant('plenty')
      expect(first).toEqual({ granted: true, grant: expect.any(String) })
      expect(await bench.step(0).coupons.grant('plenty')).toEqual(first)
      expect(await bench.step(1).coupons.grant('plenty')).not.toEqual(first)
      expect((await bench.holdings()).coupons).toEqual(['plenty', 'plenty'])
    })

    test('give no coupon that is sold out or unknown', async () => {
      await using bench = await open()
      const first = await bench.step(0).coupons.grant('scarce')
      expect(await bench.step(1).coupons.grant('scarce')).toEqual({ granted: false, why: 'sold-out' })
      expect(await bench.step(0).coupons.grant('scarce')).toEqual(first)
      expect(await bench.step(2).coupons.grant('unheard-of')).toEqual({ granted: false, why: 'unknown' })
      expect((await bench.holdings()).coupons).toEqual(['scarce'])
    })

    test('add points once for each step and answer the sum', async () => {
      await using bench = await open()
      expect(await bench.step(0).points.award(5, '首单')).toEqual({ balance: 15 })
      expect(await bench.step(0).points.award(5, '首单')).toEqual({ balance: 15 })
      expect(await bench.step(1).points.award(0, null)).toEqual({ balance: 15 })
      expect(await bench.step(2).points.award(1, null)).toEqual({ balance: 16 })
      const { points, ledger } = await bench.holdings()
      expect(points).toBe(16)
      expect(ledger).toEqual([
        { points: 5, reason: '首单', balance: 15 },
        { points: 0, reason: null, balance: 15 },
        { points: 1, reason: null, balance: 16 },
      ])
    })

    test('change tags and answer what really changed; what is added and removed at once is kept', async () => {
      await using bench = await open()
      const change = { add: ['vip', 'vip', 'tea'], remove: ['new', 'vip', 'never-had'] }
      expect(await bench.step(0).tags.change(change)).toEqual({ added: ['vip'], removed: ['new'] })
      expect(await bench.step(0).tags.change(change)).toEqual({ added: [], removed: [] })
      expect((await bench.holdings()).tags).toEqual(['tea', 'vip'])
    })

    test('hand over one message for each step', async () => {
      await using bench = await open()
      const message = { channel: 'inbox', title: null, text: '你好' }
      const first = await bench.step(0).deliveries.hand(message)
      expect(await bench.step(0).deliveries.hand(message)).toEqual(first)
      const second = { channel: 'email', title: '标题', text: '再见' }
      expect(await bench.step(1).deliveries.hand(second)).not.toEqual(first)
      expect((await bench.holdings()).messages).toEqual([message, second])
    })

    test('render texts on the contact as the block has made it, its event, the clock and the zone', async () => {
      await using bench = await open()
      const template =
        '{{ contact.name }} {{ contact.points }} {{ contact.tags | join: "/" }} {{ event.amount }} {{ "now" | date: "%F %R" }}'
      expect(await bench.step(0).text.render(template)).toEqual({
        text: '林晓雯 10 new/tea 42 2026-03-02 09:00',
      })
      await bench.step(0).points.award(5, null)
      await bench.step(1).tags.change({ add: ['vip'], remove: ['new'] })
      expect(await bench.step(2).text.render(template)).toEqual({
        text: '林晓雯 15 tea/vip 42 2026-03-02 09:00',
      })
      expect(await bench.step(2).text.render('{{ contact.nothing }}{{ event.nothing }}')).toEqual({
        text: '',
      })
    })

    test('answer a fault for a text that cannot be read', async () => {
      await using bench = await open()
      expect(await bench.step(0).text.render('{{ contact.name')).toEqual({ fault: expect.any(String) })
    })

    test.each(Object.keys(effects))(
      'let the effect of %s do nothing more when its step is repeated',
      async (kind) => {
        const config = JSON.parse(JSON.stringify({ ...findNode(kind)?.initial, ...CONFIGS[kind] }))
        const act = { kind, config, configVersion: 1 }
        const [once, twice] = await Promise.all([1, 2].map((times) => holdingsAfter(open, act, times)))
        expect(twice).toEqual(once)
      },
    )
  })
}

type Doing = Parameters<typeof performEffect>[0]

/** Configs that do something. */
const CONFIGS: Readonly<Record<string, object>> = {
  'send-message': { text: '{{ contact.name }}' },
  'grant-coupon': { coupon: 'plenty' },
  'award-points': { points: 7 },
  'set-tag': { add: ['vip'], remove: ['new'] },
}

async function holdingsAfter(
  open: () => Promise<ServicesBench>,
  act: Doing,
  times: number,
): Promise<Holdings> {
  await using bench = await open()
  for (let time = 0; time < times; time++) {
    expect(await performEffect(act, bench.step(0))).toHaveProperty('port', 'next')
  }
  return await bench.holdings()
}

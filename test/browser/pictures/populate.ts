import { setTimeout as sleep } from 'node:timers/promises'
import { api, saveJourney } from '../support/set-up.ts'
import { reminderJourney, type Waits, type Words } from './reminder-journey.ts'

interface Counts {
  readonly nodes: {
    readonly [node: string]: { readonly entered: number; readonly waiting: number } | undefined
  }
}

interface Options {
  readonly words: Words
  readonly event: string
  readonly coupon: string
  readonly people: readonly string[]
}

const long: Waits = { pay: 'PT24H', again: 'PT48H', rest: 'P7D' }

/** Publishes the journey and sends people through: most to the end, some to each wait, where they stay. Answers its id. */
export async function populate({ words, event, coupon, people }: Options): Promise<string> {
  const drawing = (waits: Waits) => reminderJourney({ words, waits, event, coupon })
  // The contract's 201 answer.
  const { id } = (await api('POST', '/api/journeys', drawing(long))) as { id: string }
  const publish = async (waits: Waits) => {
    await saveJourney(id, drawing(waits))
    await api('POST', `/api/journeys/${id}/publish`)
  }
  const [first, second, third] = [people.slice(0, -90), people.slice(-90, -36), people.slice(-36)]

  await publish({ pay: 'PT2S', again: 'PT10S', rest: 'PT1S' })
  const paying = first.filter((_, index) => index % 3 === 0)
  const silent = first.filter((_, index) => index % 3 !== 0)
  await send([...first.map((contact) => [contact, event] as const), ...paying.map(paid)])
  await reach(id, ({ nodes }) => nodes.again?.entered === silent.length)
  await send(silent.filter((_, index) => index % 4 === 0).map(paid))
  await reach(id, ({ nodes }) => nodes.end?.entered === first.length)

  await publish({ ...long, pay: 'PT1S' })
  await send(second.map((contact) => [contact, event] as const))
  await reach(id, ({ nodes }) => nodes.again?.waiting === second.length)
  await send(second.slice(0, 9).map(paid))

  await publish(long)
  await send([...third.map((contact) => [contact, event] as const), ...third.slice(0, 5).map(paid)])
  await reach(id, ({ nodes }) => nodes.pay?.waiting === third.length - 5)

  const changed = { ...words, expiry: [words.expiry[0], `${words.expiry[1]} {{ event.product }}`] } as const
  await saveJourney(id, reminderJourney({ words: changed, waits: { ...long, pay: 'PT36H' }, event, coupon }))
  return id
}

const paid = (contact: string) => [contact, 'order.paid'] as const

let sent = 0

async function send(events: readonly (readonly [contact: string, type: string])[]): Promise<void> {
  const body = events.map(([contact, type]) => {
    sent += 1
    const data = type === 'order.paid' ? { amount: 88 + ((sent * 37) % 200), product: 'longjing-125' } : {}
    return { id: `picture-${sent}`, contact, type, data }
  })
  await api('POST', '/api/events', body)
}

async function reach(journey: string, done: (counts: Counts) => boolean): Promise<void> {
  // The contract's shape of counts.
  while (!done((await api('GET', `/api/journeys/${journey}/counts`)) as Counts)) await sleep(200)
}

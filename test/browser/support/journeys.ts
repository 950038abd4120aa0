import { draw } from '../../fixtures/journeys.ts'
import { api, run } from './set-up.ts'

/** The event that enters a contact into the gift journey of this run. */
export const giftEvent = `gift.earned-${run}`

/** Points from an attribute, which may hold no number, and then a message. */
export function publishGiftJourney(name: string, event = giftEvent): Promise<string> {
  const journey = draw(
    { name },
    [
      ['in', 'entry', { on: { event } }],
      ['gift', 'award-points', { points: '{{ contact.gift | default: 0 }}', reason: '生日礼' }],
      ['thanks', 'send-message', { channel: 'inbox', title: '收到了吗', text: '礼物已经送出' }],
      ['end', 'exit', {}],
    ],
    [
      ['in', 'next', 'gift'],
      ['gift', 'next', 'thanks'],
      ['thanks', 'next', 'end'],
    ],
  )
  return publishJourney(journey)
}

/** Creates and publishes a drawing; answers the journey's id. */
export async function publishJourney(journey: unknown): Promise<string> {
  const id = await createJourney(journey)
  await api('POST', `/api/journeys/${id}/publish`)
  return id
}

/** A draft of three nodes, for what needs no run. */
export function createDraft(name: string): Promise<string> {
  const journey = draw(
    { name },
    [
      ['in', 'entry', { on: { event: `page.viewed-${run}` } }],
      ['rest', 'delay', { for: 'P1D' }],
      ['end', 'exit', {}],
    ],
    [
      ['in', 'next', 'rest'],
      ['rest', 'next', 'end'],
    ],
  )
  return createJourney(journey)
}

async function createJourney(journey: unknown): Promise<string> {
  // The contract's 201 answer.
  const { id } = (await api('POST', '/api/journeys', journey)) as { id: string }
  return id
}

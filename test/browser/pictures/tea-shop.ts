import { makeHistory } from '../../../apps/api/src/sample/history.ts'
import { winBack } from '../../../apps/api/src/sample/journeys.ts'
import { makePeople, type Person } from '../../../apps/api/src/sample/people.ts'
import { seeded } from '../../../apps/api/src/sample/random.ts'
import { publishGiftJourney, publishJourney } from '../support/journeys.ts'
import { api } from '../support/set-up.ts'
import { populate } from './populate.ts'
import { en, zh } from './words.ts'

/** Addresses of the pages to take pictures of. */
export interface Places {
  readonly journey: string
  readonly contact: string
}

/** A tea shop in the middle of its work. */
export async function teaShop(): Promise<Places> {
  const people = await settle(makePeople(seeded(7), 330))
  await coupon('spring-30', '春茶满 200 减 30', { stock: 80, validFor: 'P30D' })
  await coupon('return-15', '满 80 减 15', { validFor: 'P7D' })
  await coupon('welcome-20', '新客满 100 减 20', { stock: 500, validFor: 'P3D' })
  await otherJourneys(people.slice(60, 190))
  await someStuck(people.slice(1, 13))
  const journey = await populate({ words: zh, event: 'contact.followed', coupon: 'welcome-20', people })
  return { journey: `/journeys/${journey}`, contact: `/contacts/${people[1]}` }
}

/** The same journey in English, with guests of its own, beside what is there. */
export async function englishGuests(): Promise<Places> {
  const people = await settle(
    makePeople(seeded(8), names.length).map(({ attributes, ...rest }, index) => ({
      ...rest,
      id: `m_${1001 + index}`,
      attributes: { name: names[index] ?? '', city: 'Hangzhou', birthday: attributes.birthday ?? '' },
      tags: ['newsletter'],
    })),
  )
  await coupon('welcome-en', '¥20 off ¥100', { stock: 400 })
  const journey = await populate({ words: en, event: 'member.joined', coupon: 'welcome-en', people })
  return { journey: `/journeys/${journey}`, contact: `/contacts/${people[1]}` }
}

/** Takes the people in with a year of their lives; answers their ids. */
async function settle(people: readonly Person[]): Promise<string[]> {
  await api('POST', '/api/contacts', people)
  const past = makeHistory(seeded(9), people.slice(0, 240), Date.now())
  await api('POST', '/api/events?history=true', past)
  return people.map(({ id }) => id)
}

async function coupon(id: string, name: string, rest: { stock?: number; validFor?: string }): Promise<void> {
  await api('POST', '/api/coupons', { id, name, ...rest })
}

/** People whose present cannot be counted. */
async function someStuck(people: readonly string[]): Promise<void> {
  await publishGiftJourney('生日礼', 'birthday.came')
  const contacts = people.map((id, index) => ({ id, attributes: { gift: index % 3 === 0 ? 'abc' : '一份' } }))
  await api('POST', '/api/contacts', contacts)
  const events = people.map((contact) => ({ id: `gift-${contact}`, contact, type: 'birthday.came' }))
  await api('POST', '/api/events', events)
}

async function otherJourneys(people: readonly string[]): Promise<void> {
  await api('POST', '/api/journeys', { ...winBack, name: '钻石客户专属茶会' })
  const archived = await publishJourney({ ...winBack, name: '国庆返场' })
  await api('POST', `/api/journeys/${archived}/enrolments`, { contacts: people.slice(40) })
  await api('POST', `/api/journeys/${archived}/archive`)
  const paused = await publishJourney({ ...winBack, name: '双11 加购未付' })
  await api('POST', `/api/journeys/${paused}/enrolments`, { contacts: people })
  await api('POST', `/api/journeys/${paused}/pause`)
  await api('POST', '/api/journeys', { ...winBack, name: '沉默 30 天唤醒' })
}

const given = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gwen', 'Hugo', 'Iris', 'Jon', 'Kim', 'Leo', 'Mia']
const family = [
  'Lin',
  'Stone',
  'Reed',
  'Brook',
  'Hale',
  'Marsh',
  'Field',
  'Wood',
  'Hill',
  'Ford',
  'Lake',
  'West',
]
const names = given.flatMap((name) => family.map((last) => `${name} ${last}`))

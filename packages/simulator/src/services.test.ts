import { CONTRACT_NOW, CONTRACT_START, describeServices } from '@millrace/nodes/services/testing'
import { PROGRAM_FORMAT, type Program } from '@millrace/program'
import { enrol } from './ingest.ts'
import { bindServices } from './services.ts'
import { World } from './world.ts'

const program: Program = {
  format: PROGRAM_FORMAT,
  timeZone: 'UTC',
  reentry: { mode: 'never' },
  entry: { node: 'in', kind: 'entry', on: { manual: true }, next: null },
  instructions: {},
}

describeServices('in memory', async () => {
  const { contact, event, coupons } = CONTRACT_START
  const world = new World({
    ...{ program, journeyId: 'journey', start: CONTRACT_NOW, channels: {} },
    coupons: Object.entries(coupons).map(([id, stock]) => ({ id, stock })),
    contacts: [{ id: 'one', ...contact, history: [{ type: 'order.paid', at: CONTRACT_NOW, data: event }] }],
  })
  const person = world.contact('one')
  const enrolment = enrol(world, { contact: person, cursor: { seq: 1, at: CONTRACT_NOW }, seq: 1 })
  if (typeof enrolment === 'string') throw new Error(enrolment)
  return {
    step: (number) => bindServices(world, { enrolment, node: 'me', key: `one/0/${number}`, seq: 1 }),
    async holdings() {
      return {
        ...{ tags: person.tags, points: person.points },
        ledger: [...world.awards.values()].map(({ points, reason, balance }) => ({
          points,
          reason,
          balance,
        })),
        coupons: [...world.grants.values()].map(({ coupon }) => coupon),
        messages: [...world.deliveries.values()].map(({ channel, title, text }) => ({
          channel,
          title,
          text,
        })),
      }
    },
    async [Symbol.asyncDispose]() {},
  }
})

import { z } from 'zod'
import { bareCondition } from '../config/bare-condition.ts'
import { condition, duration, eventType } from '../config/schemas.ts'
import { durationText, line } from '../config/summary.ts'
import { defineNode } from '../define-node.ts'

/** Waits for an event of the contact, up to a deadline. */
export const waitForEvent = defineNode({
  kind: 'wait-for-event',
  family: 'time',
  icon: 'hourglass',
  title: { zh: '等待事件', en: 'Wait for event' },
  help: {
    zh: '等客户的某个事件；到期还没有，就走「超时」。',
    en: 'Waits for an event of the contact; leaves by “Timed out” when it has not come in time.',
  },
  config: z.strictObject({ event: eventType, where: condition.optional(), timeout: duration }),
  configVersion: 1,
  initial: { event: 'order.paid', timeout: 'PT24H' },
  form: {
    event: { control: 'event-type', label: { zh: '事件', en: 'Event' } },
    where: { control: 'condition', label: { zh: '事件满足', en: 'Where' } },
    timeout: { control: 'duration', label: { zh: '最长等待', en: 'At most' } },
  },
  ports: ['received', 'timeout'],
  waits: true,
  portsOf: () => [
    { id: 'received', label: { zh: '已发生', en: 'Received' } },
    { id: 'timeout', label: { zh: '超时', en: 'Timed out' } },
  ],
  summary: ({ event, timeout }) => line(event, durationText(timeout)),
  lower: ({ event, where, timeout }, at) => [
    {
      op: 'wait',
      legs: [
        {
          type: 'event',
          ...at.place,
          event,
          ...(where && { where: bareCondition(where) }),
          timeout,
          received: at.to('received'),
        },
      ],
      next: at.to('timeout'),
    },
  ],
})

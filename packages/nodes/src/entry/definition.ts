import type { Text } from '@millrace/program'
import { z } from 'zod'
import { bareCondition } from '../config/bare-condition.ts'
import { NEXT } from '../config/ports.ts'
import { condition, eventType, plainText } from '../config/schemas.ts'
import { line } from '../config/summary.ts'
import { type ConfigFault, defineNode } from '../define-node.ts'

const on = z.union([
  z.strictObject({ event: eventType, where: condition.optional() }),
  z.strictObject({ segment: plainText(128) }),
  z.strictObject({ schedule: z.custom((value) => value !== undefined) }),
  z.strictObject({ manual: z.literal(true) }),
])

/** Where contacts come in: by an event or by an operator's hand. */
export const entry = defineNode({
  kind: 'entry',
  family: 'entry',
  icon: 'log-in',
  title: { zh: '进入', en: 'Entry' },
  help: {
    zh: '客户从这里进入旅程：发生某个事件时，或由运营手动加入。',
    en: 'Contacts come in here: when an event happens, or when an operator adds them.',
  },
  config: z.strictObject({ on }),
  configVersion: 1,
  initial: { on: { event: 'contact.followed' } },
  form: { on: { control: 'trigger', label: { zh: '进入方式', en: 'Enters by' } } },
  ports: ['next'],
  portsOf: () => [NEXT],
  summary: ({ on }) => ('event' in on ? line(on.event) : 'manual' in on ? BY_HAND : NOT_YET),
  check: ({ on }) => {
    if ('segment' in on) return [notYet('on.segment')]
    return 'schedule' in on ? [notYet('on.schedule')] : []
  },
  trigger: ({ on }) => {
    if ('event' in on) return { event: on.event, ...(on.where && { where: bareCondition(on.where) }) }
    return 'manual' in on ? { manual: true } : null
  },
  lower: () => [],
})

const BY_HAND: Text = { zh: '手动加入', en: 'By hand' }
const NOT_YET: Text = { zh: '暂不支持', en: 'Not available yet' }

function notYet(field: string): ConfigFault {
  return {
    severity: 'error',
    code: 'not-yet',
    field,
    message: {
      zh: '这个版本还不支持这种进入方式。请改用事件或手动加入。',
      en: 'This version cannot enter contacts this way yet. Use an event or add them by hand.',
    },
  }
}

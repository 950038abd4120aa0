import { refusal } from '@millrace/graph'
import type { Text, TimeSpec } from '@millrace/program'
import { z } from 'zod'
import { NEXT } from '../config/ports.ts'
import { duration } from '../config/schemas.ts'
import { durationText } from '../config/summary.ts'
import { defineNode } from '../define-node.ts'
import { until } from './until.ts'

const config = z
  .strictObject({ for: duration.optional(), until: until.optional() })
  .refine(
    (config) => (config.for === undefined) !== (config.until === undefined),
    refusal(
      'one-of',
      '请在「等多久」和「等到」中填写一项，且只填一项。',
      'Set either how long to wait or until when, and only one of them.',
    ),
  )

/** Waits for a while or until a time. */
export const delay = defineNode({
  kind: 'delay',
  family: 'time',
  icon: 'clock',
  title: { zh: '等待时长', en: 'Wait a while' },
  help: {
    zh: '等一段时间，或等到客户当地的某个时刻；时刻已过就立即继续。',
    en: 'Waits for a while or until a local time of the contact; a time already past lets them go on at once.',
  },
  config,
  configVersion: 1,
  initial: { for: 'P1D' },
  form: {
    for: { control: 'duration', label: { zh: '等多久', en: 'For' } },
    until: { control: 'time-spec', label: { zh: '等到', en: 'Until' } },
  },
  ports: ['next'],
  waits: true,
  portsOf: () => [NEXT],
  summary: (set) => timeText(timeSpec(set)),
  lower: (set, at) => [
    {
      op: 'wait',
      legs: [{ type: 'sleep', ...at.place, until: timeSpec(set) }],
      next: at.to('next'),
    },
  ],
})

function timeSpec(set: z.infer<typeof config>): TimeSpec {
  if (set.for !== undefined) return { for: set.for }
  if (set.until === undefined) throw new Error('A delay has a duration or a time.')
  if (!('time' in set.until)) return set.until
  const { time, weekdays } = set.until
  return weekdays === undefined || weekdays.length === 0 ? { time } : { time, weekdays: weekdays.toSorted() }
}

const DAYS = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

function timeText(spec: TimeSpec): Text {
  if ('for' in spec) return durationText(spec.for)
  if ('attribute' in spec) return { zh: `到客户的 ${spec.attribute}`, en: `until contact.${spec.attribute}` }
  if ('date' in spec) return { zh: `到 ${spec.date}`, en: `until ${spec.date}` }
  const days = spec.weekdays ?? []
  const zh = days.length === 0 ? '' : `周${days.map((day) => DAYS.zh[day - 1]).join('、')} `
  const en = days.length === 0 ? '' : `${days.map((day) => DAYS.en[day - 1]).join(', ')} `
  return { zh: `到客户当地 ${zh}${spec.time}`, en: `until ${en}${spec.time} local` }
}

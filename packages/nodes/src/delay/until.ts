import { refusal } from '@millrace/graph'
import { parseTime } from '@millrace/program'
import { z } from 'zod'
import { plainText } from '../config/schemas.ts'

const time = z
  .string()
  .refine(
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    refusal(
      'bad-time',
      '请写 24 小时制的时刻，例如 10:00。',
      'Write a time of day such as 10:00 (24 hours).',
    ),
  )

const date = z
  .string()
  .refine(
    (text) => parseTime(text, 'UTC') !== null,
    refusal(
      'bad-date',
      '请写日期，例如 2027-01-31 或 2027-01-31T10:00。',
      'Write a date such as 2027-01-31 or 2027-01-31T10:00.',
    ),
  )

const weekdays = z
  .array(z.int().min(1).max(7))
  .max(7)
  .refine(
    (days) => new Set(days).size === days.length,
    refusal('duplicate-weekday', '同一天只写一次。', 'Name each weekday once.'),
  )

/** A time of day (on some weekdays, Monday = 1), a contact's own time, or one date, all in the contact's zone. */
export const until = z.union([
  z.strictObject({ time, weekdays: weekdays.optional() }),
  z.strictObject({ attribute: plainText(128).min(1) }),
  z.strictObject({ date }),
])

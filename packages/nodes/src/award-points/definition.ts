import { z } from 'zod'
import { act } from '../config/act.ts'
import { NEXT } from '../config/ports.ts'
import { liquidText, plainText } from '../config/schemas.ts'
import { line } from '../config/summary.ts'
import { textWarnings } from '../config/text-faults.ts'
import { type ConfigFault, defineNode } from '../define-node.ts'
import { isPoints, MOST_POINTS } from './points.ts'

const CONFIG_VERSION = 1

/** Adds points to the contact's ledger. */
export const awardPoints = defineNode({
  kind: 'award-points',
  family: 'reward',
  icon: 'coins',
  title: { zh: '奖励积分', en: 'Award points' },
  help: {
    zh: '给客户增加积分：写整数，或写能算出整数的变量。',
    en: 'Adds points to the contact: a whole number, or Liquid that renders to one.',
  },
  config: z.strictObject({
    points: z.union([z.int().min(0).max(MOST_POINTS), liquidText]),
    reason: plainText(200).optional(),
  }),
  configVersion: CONFIG_VERSION,
  initial: { points: 10 },
  form: {
    points: {
      control: 'liquid',
      label: { zh: '积分', en: 'Points' },
      hint: {
        zh: '整数，或 {{ event.amount | floor }}',
        en: 'A whole number, or {{ event.amount | floor }}',
      },
    },
    reason: { control: 'text', label: { zh: '原因', en: 'Reason' } },
  },
  ports: ['next'],
  portsOf: () => [NEXT],
  summary: ({ points, reason }) => line(pointsText(points), reason),
  check: ({ points }) =>
    typeof points === 'number' ? [] : [...plainFaults(points), ...textWarnings('points', points)],
  lower: (config, at) => [act(at, { config, configVersion: CONFIG_VERSION, ports: { next: at.to('next') } })],
})

function pointsText(points: number | string): { zh: string; en: string } | string {
  return typeof points === 'number' ? { zh: `${points} 分`, en: `${points} points` } : points
}

/** Text without a variable is the same for everyone, so a wrong one is seen before anybody stops there. */
function plainFaults(points: string): readonly ConfigFault[] {
  if (points.includes('{') || isPoints(points)) return []
  const message = {
    zh: `「${points}」不是 0 或更大的整数，客户会停在这里等待处理。请写整数或变量。`,
    en: `"${points}" is no whole number of 0 or more, so contacts will stop here. Write a number or a variable.`,
  }
  return [{ severity: 'warning', code: 'points-not-a-number', field: 'points', message }]
}

import { refusal } from '@millrace/graph'
import { z } from 'zod'
import { ownPorts } from '../config/own-ports.ts'
import { plainText, portId } from '../config/schemas.ts'
import { uniqueIds } from '../config/unique-ids.ts'
import { defineNode } from '../define-node.ts'

const weight = z
  .number()
  .max(1_000_000)
  .refine((value) => value > 0, refusal('bad-weight', '权重要大于 0。', 'A weight is more than 0.'))

const arms = z
  .array(z.strictObject({ id: portId, name: plainText(100), weight }))
  .min(1)
  .max(20)
  .superRefine(uniqueIds)

/** Sends each contact into one arm and always into the same one. */
export const split = defineNode({
  kind: 'split',
  family: 'logic',
  icon: 'split',
  title: { zh: 'A/B 实验', en: 'A/B split' },
  help: {
    zh: '按权重把客户分到各组；同一位客户总在同一组。',
    en: 'Shares contacts among arms by weight; a contact always stays in the same arm.',
  },
  config: z.strictObject({ arms, seed: plainText(128).min(1).optional() }),
  configVersion: 1,
  initial: {
    arms: [
      { id: 'a', name: 'A', weight: 1 },
      { id: 'b', name: 'B', weight: 1 },
    ],
  },
  form: {
    arms: { control: 'arms', label: { zh: '分支组', en: 'Arms' } },
    seed: {
      control: 'text',
      label: { zh: '分组种子', en: 'Seed' },
      hint: {
        zh: '留空即可；两个实验要同样分组时填同一个',
        en: 'Leave empty; two splits with one seed share their arms',
      },
    },
  },
  ports: [],
  portsOf: (config) => ownPorts(config, 'arms'),
  summary: ({ arms }) => {
    const total = arms.reduce((sum, arm) => sum + arm.weight, 0)
    const shares = arms.map((arm) => `${Math.round((arm.weight / total) * 100)}`).join(' / ')
    return { zh: shares, en: shares }
  },
  lower: ({ arms, seed }, at) => [
    {
      op: 'split',
      ...at.place,
      arms: arms.map(({ id, weight }) => ({ port: id, weight, to: at.to(id) })),
      ...(seed !== undefined && { seed }),
    },
  ],
})

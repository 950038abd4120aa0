import { z } from 'zod'
import { defineNode } from '../define-node.ts'

/** Ends the journey for the contact. */
export const exit = defineNode({
  kind: 'exit',
  family: 'end',
  icon: 'log-out',
  title: { zh: '结束', en: 'Exit' },
  help: { zh: '客户在这里完成旅程。', en: 'The contact completes the journey here.' },
  config: z.strictObject({}),
  configVersion: 1,
  initial: {},
  form: {},
  ports: [],
  portsOf: () => [],
  summary: () => ({ zh: '', en: '' }),
  lower: (_config, at) => [{ op: 'exit', ...at.place }],
})

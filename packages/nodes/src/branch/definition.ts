import { refusal } from '@millrace/graph'
import { z } from 'zod'
import { bareCondition } from '../config/bare-condition.ts'
import { ownPorts } from '../config/own-ports.ts'
import { condition, plainText, portId } from '../config/schemas.ts'
import { uniqueIds } from '../config/unique-ids.ts'
import { type ConfigFault, defineNode } from '../define-node.ts'

const caseId = portId.refine(
  (id) => id !== 'else',
  refusal(
    'else-taken',
    '「else」留给其余情况，请换一个编号。',
    'The id "else" stands for everyone else. Choose another.',
  ),
)

const cases = z
  .array(z.strictObject({ id: caseId, name: plainText(100), when: condition }))
  .min(1)
  .max(20)
  .superRefine(uniqueIds)

/** Leaves by the first case that holds. */
export const branch = defineNode({
  kind: 'branch',
  family: 'logic',
  icon: 'git-branch',
  title: { zh: '条件分支', en: 'Branch' },
  help: {
    zh: '从上往下看条件，走第一个满足的出口；都不满足就走「其余」。',
    en: 'Takes the first case that holds, from the top; if none does, “Everyone else”.',
  },
  config: z.strictObject({ cases }),
  configVersion: 1,
  initial: { cases: [{ id: 'yes', name: '是 / Yes', when: { combinator: 'and', rules: [] } }] },
  form: { cases: { control: 'cases', label: { zh: '分支', en: 'Cases' } } },
  ports: ['else'],
  portsOf: (config) => [
    ...ownPorts(config, 'cases'),
    { id: 'else', label: { zh: '其余', en: 'Everyone else' } },
  ],
  summary: ({ cases }) => ({
    zh: `${cases.length} 个条件`,
    en: cases.length === 1 ? '1 case' : `${cases.length} cases`,
  }),
  check: ({ cases }) =>
    cases.flatMap(({ when }, index) => (when.rules.length === 0 && !when.not ? [alwaysTrue(index)] : [])),
  lower: ({ cases }, at) => [
    {
      op: 'branch',
      ...at.place,
      cases: cases.map(({ id, when }) => ({ port: id, when: bareCondition(when), to: at.to(id) })),
      else: at.to('else'),
    },
  ],
})

function alwaysTrue(index: number): ConfigFault {
  return {
    severity: 'warning',
    code: 'always-true',
    field: `cases.${index}.when`,
    message: {
      zh: '这里没有条件，所有到这里的客户都会走这个出口。请加一条规则。',
      en: 'There is no rule here, so every contact leaves by this case. Add a rule.',
    },
  }
}

import { z } from 'zod'
import { act } from '../config/act.ts'
import { NEXT } from '../config/ports.ts'
import { plainText } from '../config/schemas.ts'
import { line } from '../config/summary.ts'
import { type ConfigFault, defineNode } from '../define-node.ts'

const CONFIG_VERSION = 1

const tags = z.array(plainText(64).min(1)).max(50)

/** Adds and removes tags of the contact. */
export const setTag = defineNode({
  kind: 'set-tag',
  family: 'contact',
  icon: 'tag',
  title: { zh: '打标签', en: 'Set tags' },
  help: { zh: '给客户加上或去掉标签。', en: 'Adds tags to the contact or removes them.' },
  config: z.strictObject({ add: tags.optional(), remove: tags.optional() }),
  configVersion: CONFIG_VERSION,
  initial: { add: [] },
  form: {
    add: { control: 'tags', label: { zh: '加上', en: 'Add' } },
    remove: { control: 'tags', label: { zh: '去掉', en: 'Remove' } },
  },
  ports: ['next'],
  portsOf: () => [NEXT],
  summary: ({ add = [], remove = [] }) =>
    line([...add.map((tag) => `+${tag}`), ...remove.map((tag) => `−${tag}`)].join(' ')),
  check: ({ add = [], remove = [] }) => {
    if (add.length + remove.length === 0) return [NOTHING]
    return add.filter((tag) => remove.includes(tag)).map(both)
  },
  lower: (config, at) => [act(at, { config, configVersion: CONFIG_VERSION, ports: { next: at.to('next') } })],
})

const NOTHING: ConfigFault = {
  severity: 'warning',
  code: 'nothing-to-do',
  field: 'add',
  message: {
    zh: '没有要加上或去掉的标签。请填写，或删去这个节点。',
    en: 'No tag to add or remove. Name one, or delete this node.',
  },
}

function both(tag: string): ConfigFault {
  const message = {
    zh: `标签「${tag}」既要加上又要去掉。请只留一处。`,
    en: `The tag "${tag}" is both added and removed. Keep one of them.`,
  }
  return { severity: 'error', code: 'tag-twice', field: 'remove', message }
}

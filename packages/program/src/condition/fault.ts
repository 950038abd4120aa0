import type { Text } from '../text.ts'

/** A fault in a condition; `path` is dotted and relative to the condition, e.g. `rules.0.operator`. */
export interface ConditionFault {
  readonly path: string
  readonly code: string
  readonly message: Text
}

/** The fault of this code at a path. */
export function fault(code: keyof typeof MESSAGES, path: string): ConditionFault {
  return { path, code, message: MESSAGES[code] }
}

const MESSAGES = {
  'not-a-group': {
    zh: '这里应是条件组：{"combinator":"and","rules":[…]}。请补全。',
    en: 'This must be a group of rules: {"combinator":"and","rules":[…]}. Complete it.',
  },
  'not-a-rule': {
    zh: '这里应是一条规则：{"field","operator","value"}，或一个条件组。请补全或删除。',
    en: 'This must be a rule {"field","operator","value"} or a group. Complete or remove it.',
  },
  'independent-combinators': {
    zh: '不支持在规则之间分别写“且/或”。请用嵌套的条件组。',
    en: 'Combinators between the rules are not supported. Nest groups instead.',
  },
  'unknown-combinator': {
    zh: '条件组的 combinator 只能是 "and" 或 "or"。请选一个。',
    en: 'A group’s combinator is "and" or "or". Choose one.',
  },
  'bad-not': { zh: 'not 只能是 true 或 false。', en: 'Set not to true or false.' },
  'unknown-key': {
    zh: '不认识这一项，它不会起作用。请删除它，或改正拼写。',
    en: 'Nothing reads this key. Remove it or correct its spelling.',
  },
  muted: {
    zh: '不支持停用的规则（muted）。请启用或删除它。',
    en: 'Muted rules are not supported. Unmute or remove it.',
  },
  'value-source': {
    zh: '只能与写定的值比较。请把 valueSource 设为 "value"，并填写值。',
    en: 'Only given values can be compared with. Set valueSource to "value" and fill in the value.',
  },
  'unknown-field': {
    zh: '没有这个字段。可用：contact.<属性>、tags、points、event.<路径>、events.<事件类型>；事件组内用 data.<路径>、at。',
    en: 'There is no such field. Use contact.<attribute>, tags, points, event.<path> or events.<type>; among events data.<path> or at.',
  },
  'not-yet': {
    zh: '这个版本还不能按此字段判断。请先去掉这条规则。',
    en: 'This version cannot decide by this field yet. Remove the rule for now.',
  },
  'unknown-operator': {
    zh: '没有这个比较方式。请从列表中选一个。',
    en: 'There is no such operator. Choose one from the list.',
  },
  'operator-field': {
    zh: '这个字段不能用这种比较方式。请换一种。',
    en: 'This field cannot be compared in this way. Choose another operator.',
  },
  'value-missing': { zh: '请填写要比较的值。', en: 'Fill in the value to compare with.' },
  'value-scalar': {
    zh: '请填写一个文本、数字或 true/false；要判断有没有值，请用 null 或 notNull。',
    en: 'Give one text, number or true/false; to ask whether there is a value use null or notNull.',
  },
  'value-number': { zh: '请填写一个数字（不加引号）。', en: 'Give a number, without quotes.' },
  'value-time': {
    zh: '请填写时间，如 2026-01-31、2026-01-31T09:00 或 2026-01-31T09:00:00+08:00。',
    en: 'Give a time such as 2026-01-31, 2026-01-31T09:00 or 2026-01-31T09:00:00+08:00.',
  },
  'value-text': { zh: '请填写文本，且不能为空。', en: 'Give a text that is not empty.' },
  'value-order': {
    zh: 'true/false 没有大小之分。请用“等于”。',
    en: 'True and false have no order. Use =.',
  },
  'value-pair': {
    zh: '请填写起止两个值：[起, 止]，类型相同，且起不大于止。',
    en: 'Give two values of one type, [from, to], the first not greater than the second.',
  },
  'value-list': {
    zh: '请填写 JSON 列表，至少一项，最多 1,000 项。',
    en: 'Give a JSON list of at least one and at most 1,000 values.',
  },
  'value-duration': {
    zh: '请填写 ISO 8601 时长，如 P30D 或 PT12H，最长十年。',
    en: 'Give an ISO 8601 duration such as P30D or PT12H, at most ten years.',
  },
  'bad-text': {
    zh: '文本过长，或含有无法保存的字符（NUL、残缺的代理对）。请缩短或改正。',
    en: 'This text is too long or has characters that cannot be stored (NUL, half a surrogate pair). Mend it.',
  },
  'match-missing': {
    zh: '请选择要有多少个事件符合：match 为 {"mode":"atLeast","threshold":1} 等。',
    en: 'Say how many of the events must match: match is e.g. {"mode":"atLeast","threshold":1}.',
  },
  'match-misplaced': {
    zh: 'match 只用于 events.<事件类型>。请删除它。',
    en: 'Only events.<type> has a match. Remove it.',
  },
  'match-operator': {
    zh: '按事件个数判断时，operator 只能是 "="，个数写在 match 里。',
    en: 'Events are counted by match; set the operator to "=".',
  },
  'match-mode': {
    zh: 'match.mode 只能是 all、none、some、atLeast、atMost 或 exactly。',
    en: 'Set match.mode to all, none, some, atLeast, atMost or exactly.',
  },
  'match-threshold': {
    zh: '次数应为不小于 0 的整数。',
    en: 'Set the threshold to an integer that is not negative.',
  },
  'too-deep': { zh: '条件组嵌套超过 32 层。请拆开。', en: 'Groups nest deeper than 32. Take them apart.' },
  'too-large': {
    zh: '条件超过 500 项。请拆开。',
    en: 'There are more than 500 rules and groups. Take them apart.',
  },
} as const satisfies Record<string, Text>

import type { Text } from '../text.ts'

/** What a rule's `value` holds: nothing, one scalar, text alone, `[from, to]`, a list of scalars, an ISO 8601 duration. */
export type Takes = 'nothing' | 'one' | 'text' | 'two' | 'list' | 'duration'

/** What stands on the left of an operator: any JSON, the contact's tags, a number, a moment. */
export type ValueKind = 'any' | 'tags' | 'number' | 'time'

/** A comparison that rules may use; one with `negates` is exactly the negation of that other one. */
export interface Operator {
  readonly name: string
  readonly takes: Takes
  readonly kinds: readonly ValueKind[]
  readonly negates?: string
  readonly label: Text
}

const EVERY = ['any', 'tags', 'number', 'time'] as const
const SCALAR = ['any', 'number', 'time'] as const
const LISTED = ['any', 'tags'] as const
const DATED = ['any', 'time'] as const
const TEXT = ['any'] as const

/** Every operator, in the order in which a form offers them. */
export const OPERATORS: readonly Operator[] = [
  { name: '=', takes: 'one', kinds: SCALAR, label: { zh: '等于', en: 'is' } },
  { name: '!=', takes: 'one', kinds: SCALAR, negates: '=', label: { zh: '不等于', en: 'is not' } },
  { name: '<', takes: 'one', kinds: SCALAR, label: { zh: '小于', en: 'is less than' } },
  { name: '<=', takes: 'one', kinds: SCALAR, label: { zh: '小于或等于', en: 'is at most' } },
  { name: '>', takes: 'one', kinds: SCALAR, label: { zh: '大于', en: 'is more than' } },
  { name: '>=', takes: 'one', kinds: SCALAR, label: { zh: '大于或等于', en: 'is at least' } },
  { name: 'between', takes: 'two', kinds: SCALAR, label: { zh: '介于', en: 'is between' } },
  {
    name: 'notBetween',
    takes: 'two',
    kinds: SCALAR,
    negates: 'between',
    label: { zh: '不介于', en: 'is not between' },
  },
  { name: 'in', takes: 'list', kinds: SCALAR, label: { zh: '是其中之一', en: 'is one of' } },
  {
    name: 'notIn',
    takes: 'list',
    kinds: SCALAR,
    negates: 'in',
    label: { zh: '不是其中之一', en: 'is none of' },
  },
  { name: 'contains', takes: 'one', kinds: LISTED, label: { zh: '包含', en: 'contains' } },
  {
    name: 'doesNotContain',
    takes: 'one',
    kinds: LISTED,
    negates: 'contains',
    label: { zh: '不包含', en: 'does not contain' },
  },
  { name: 'beginsWith', takes: 'text', kinds: TEXT, label: { zh: '开头是', en: 'begins with' } },
  {
    name: 'doesNotBeginWith',
    takes: 'text',
    kinds: TEXT,
    negates: 'beginsWith',
    label: { zh: '开头不是', en: 'does not begin with' },
  },
  { name: 'endsWith', takes: 'text', kinds: TEXT, label: { zh: '结尾是', en: 'ends with' } },
  {
    name: 'doesNotEndWith',
    takes: 'text',
    kinds: TEXT,
    negates: 'endsWith',
    label: { zh: '结尾不是', en: 'does not end with' },
  },
  { name: 'notNull', takes: 'nothing', kinds: EVERY, label: { zh: '有值', en: 'has a value' } },
  {
    name: 'null',
    takes: 'nothing',
    kinds: EVERY,
    negates: 'notNull',
    label: { zh: '没有值', en: 'has no value' },
  },
  { name: 'withinLast', takes: 'duration', kinds: DATED, label: { zh: '在最近', en: 'is within the last' } },
  {
    name: 'notWithinLast',
    takes: 'duration',
    kinds: DATED,
    negates: 'withinLast',
    label: { zh: '不在最近', en: 'is not within the last' },
  },
]

/** The operator of this name, if there is one. */
export function findOperator(name: string): Operator | undefined {
  return OPERATORS.find((operator) => operator.name === name)
}

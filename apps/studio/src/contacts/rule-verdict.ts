import { evaluate, type Facts, type Match, type Rule } from '@millrace/program'
import type { Json } from '../api/page.ts'
import { countOf } from './rule-words.ts'

/** When and where a decision was taken. */
export interface Moment {
  readonly at: number
  readonly zone: string
}

const blank = { attributes: {}, tags: [], points: 0, event: null, events: {} }

/** Long values are cut in a trace; on what is left nothing can be decided again. */
function isCut(value: Json): boolean {
  if (typeof value === 'string') return value.endsWith('…') || value === '{…}' || value === '[…]'
  return Array.isArray(value) && value.some(isCut)
}

function nest(path: readonly string[], value: Json): { readonly [key: string]: Json } {
  const [first = '', ...rest] = path
  return { [first]: rest.length === 0 ? value : nest(rest, value) }
}

function factsFor(field: string, value: Json, { at, zone }: Moment): Facts {
  const [head = '', ...path] = field.split('.')
  const facts: Facts = { ...blank, now: at, zone }
  if (head === 'points') return { ...facts, points: typeof value === 'number' ? value : 0 }
  if (head === 'tags') {
    const tags = Array.isArray(value) ? value.filter((tag: Json) => typeof tag === 'string') : []
    return { ...facts, tags }
  }
  if (value === null) return facts
  if (head === 'contact') return { ...facts, attributes: { [path.join('.')]: value } }
  return { ...facts, event: { type: '', at, data: nest(path, value) } }
}

function isEnough({ mode, threshold = 0 }: Match, matched: number, of: number): boolean {
  const verdicts = {
    all: matched === of,
    none: matched === 0,
    some: matched > 0,
    atLeast: matched >= threshold,
    atMost: matched <= threshold,
    exactly: matched === threshold,
  }
  return verdicts[mode]
}

/** Whether one rule held on the value it saw, by the evaluator itself; undefined where the trace cannot tell. */
export function ruleHeld(rule: Rule, seen: Json | undefined, moment: Moment): boolean | undefined {
  if (seen === undefined || isCut(seen)) return undefined
  const counted = countOf(seen)
  if (rule.match) return counted ? isEnough(rule.match, counted.matched, counted.of) : undefined
  try {
    return evaluate({ combinator: 'and', rules: [rule] }, factsFor(rule.field, seen, moment)).holds
  } catch {
    return undefined
  }
}

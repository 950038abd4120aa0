import { type Condition, evaluate, type Facts, isGroup, OPERATORS, type Rule } from '@millrace/program'
import { expect } from 'vitest'

const FIELDS = ['contact', 'tags', 'points', 'event', 'events', 'data', 'at']
const MODES = ['all', 'none', 'some', 'atLeast', 'atMost', 'exactly']
const GROUPS = ['and', 'or', 'not', 'nested', 'empty']

/** Counts what random conditions had in them, so that a generator that stops making something is noticed. */
export class Coverage {
  readonly #seen = new Map<string, number>()
  #conditions = 0

  count(conditions: readonly Condition[], facts: readonly Facts[]): void {
    for (const condition of conditions) {
      this.#conditions++
      const names = new Set<string>()
      this.#group(condition, names, facts)
      for (const one of facts) this.#add(evaluate(condition, one).holds ? 'true' : 'false', 1 / facts.length)
      for (const name of names) this.#add(name, 1)
    }
  }

  /** Everything in 1 % of the conditions at least, an operator or mode with either verdict in 0.2 %, each verdict in a fifth. */
  expectAll(): void {
    const decisive = [...OPERATORS.map(({ name }) => name), ...MODES]
    const verdicts = decisive.flatMap((name) => [`${name} true`, `${name} false`])
    expect([...FIELDS, ...GROUPS, ...decisive].filter((name) => this.#share(name) < 0.01)).toEqual([])
    expect(verdicts.filter((name) => this.#share(name) < 0.002)).toEqual([])
    expect(this.#share('true')).toBeGreaterThan(0.2)
    expect(this.#share('false')).toBeGreaterThan(0.2)
  }

  #group(group: Condition, names: Set<string>, facts: readonly Facts[] | null): void {
    names.add(group.combinator)
    if (group.not === true) names.add('not')
    if (group.rules.length === 0) names.add('empty')
    for (const entry of group.rules) {
      if (isGroup(entry)) this.#group(entry, names.add('nested'), facts)
      else this.#rule(entry, names, facts)
    }
  }

  #rule(rule: Rule, names: Set<string>, facts: readonly Facts[] | null): void {
    names.add(rule.field.replace(/[.].*/, ''))
    const name = rule.match?.mode ?? rule.operator
    names.add(name)
    // A rule on counted events is decided with the others of its group only.
    for (const one of facts ?? [])
      names.add(`${name} ${evaluate({ combinator: 'and', rules: [rule] }, one).holds}`)
    if (rule.match !== undefined) this.#group(rule.value as Condition, names, null)
  }

  #add(name: string, weight: number): void {
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + weight)
  }

  #share(name: string): number {
    return (this.#seen.get(name) ?? 0) / this.#conditions
  }
}

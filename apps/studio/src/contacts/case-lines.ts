import { type Condition, isGroup, type Rule } from '@millrace/program'
import { isJsonObject, type Json } from '../api/page.ts'

/** A line of a case as it is told: a heading or one rule, indented by how deep it stands. */
export type CaseLine =
  | { readonly depth: number; readonly of: 'case'; readonly name: string }
  | { readonly depth: number; readonly of: 'group'; readonly group: Condition }
  | { readonly depth: number; readonly of: 'rule'; readonly rule: Rule }

interface Case {
  readonly id: string
  readonly name: string
  readonly when: Condition
}

function casesOf(config: Json | undefined): readonly Case[] {
  const cases = isJsonObject(config) ? config.cases : undefined
  if (!Array.isArray(cases)) return []
  return cases.flatMap((one: Json) => {
    if (!isJsonObject(one) || typeof one.id !== 'string' || !isJsonObject(one.when)) return []
    // A published version holds nothing but checked conditions.
    return [
      {
        id: one.id,
        name: typeof one.name === 'string' ? one.name : one.id,
        when: one.when as unknown as Condition,
      },
    ]
  })
}

function lines(group: Condition, depth: number, root: boolean): readonly CaseLine[] {
  const plain = root && !group.not && (group.combinator === 'and' || group.rules.length < 2)
  const inner = plain ? depth : depth + 1
  return [
    ...(plain ? [] : [{ depth, of: 'group', group } as const]),
    ...group.rules.flatMap((entry) =>
      isGroup(entry) ? lines(entry, inner, false) : [{ depth: inner, of: 'rule', rule: entry } as const],
    ),
  ]
}

/** The cases of a branch up to the one it took, as lines; a later case was never looked at. */
export function caseLines(config: Json | undefined, port: string | null): readonly CaseLine[] {
  const cases = casesOf(config)
  const taken = cases.findIndex(({ id }) => id === port)
  const looked = taken < 0 ? cases : cases.slice(0, taken + 1)
  return looked.flatMap(({ name, when }) => [
    { depth: 0, of: 'case', name } as const,
    ...lines(when, 1, true),
  ])
}

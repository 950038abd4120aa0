import { createContext } from 'react'

/** Where entries stand: the dotted path of their condition in the node's config, and whose fields they read. */
export interface Place {
  readonly path: string
  readonly scope: 'contact' | 'each-event'
}

const nowhere: Place = { path: '', scope: 'contact' }

/** The place of the entries of the group around a control; inside a rule, of those of its nested group. */
export const GroupPlace = createContext(nowhere)

/** The place of the rule around a control. */
export const RulePlace = createContext(nowhere)

/** The dotted path of an entry, from the indexes that lead to it. */
export function entryPath(group: string, path: readonly number[]): string {
  return [group, ...path.flatMap((index) => ['rules', String(index)])].join('.')
}

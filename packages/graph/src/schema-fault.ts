import type { Text } from '@millrace/program'
import type { z } from 'zod'
import { issueText } from './issue-text.ts'

/** A fault of a value against its schema; `path` is dotted (`nodes.3.id`), empty for the whole value. */
export interface SchemaFault {
  readonly path: string
  readonly code: string
  readonly message: Text
}

/** What a schema's own check may say of itself: put it into `params` of a `refine` or a custom issue. */
export interface Refusal {
  readonly code: string
  readonly text: Text
}

/** The parameters of a zod refinement that speaks both languages. */
export function refusal(code: string, zh: string, en: string): { params: { refusal: Refusal } } {
  return { params: { refusal: { code, text: { zh, en } } } }
}

type Issue = z.core.$ZodIssue

/** zod's issues in both languages, each at the field it speaks of: an unknown key at the key, a union at its nearest choice. */
export function schemaFaults(error: z.ZodError, input: unknown): SchemaFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, [], input))
}

function faultsOf(issue: Issue, base: readonly PropertyKey[], input: unknown): SchemaFault[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: dotted([...path, key]),
      code: 'unknown-key',
      message: {
        zh: `这里没有「${key}」这一项。请删去，或改成正确的名称。`,
        en: `There is no setting "${key}" here. Remove it or correct its name.`,
      },
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => faultsOf(inner, path, input))
  }
  const stated = refusalOf(issue)
  if (stated) return [{ path: dotted(path), code: stated.code, message: stated.text }]
  return [{ path: dotted(path), ...issueText(issue, valueAt(input, path)) }]
}

function refusalOf(issue: Issue): Refusal | undefined {
  if (issue.code !== 'custom') return undefined
  // `refusal` is the only writer of these parameters.
  return issue.params?.refusal as Refusal | undefined
}

/** The choice that the writer most likely meant: fewest faults, and those inside it rather than at its type. */
function nearest(choices: readonly (readonly Issue[])[]): readonly Issue[] {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.path.length === 0 && issue.code === 'invalid_type' ? 2 : 1), 0)
  return choices.reduce((best, choice) => (cost(choice) < cost(best) ? choice : best))
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    input,
  )
}

import type { Instruction, Target } from '@millrace/program'
import { findNode } from '../src/catalogue.ts'
import { checkConfig } from '../src/check-config.ts'

/** The faults of a config as `severity code field`, on an installation with one coupon and the inbox. */
export function faultsOf(kind: string, config: unknown): string[] {
  return checked(kind, config).faults.map(
    ({ severity, code, field }) => `${severity} ${code} ${field ?? '-'}`,
  )
}

/** What a config lowers to, with the given ports leading somewhere. */
export function lowered(
  kind: string,
  config: unknown,
  edges: Readonly<Record<string, string>>,
): readonly Instruction[] {
  const { definition, config: typed } = checked(kind, config)
  if (typed === null) throw new Error(`This is no config of ${kind}.`)
  const to = (port: string): Target => edges[port] ?? null
  const own = (index: number): string => (index === 0 ? 'me' : `me#${index}`)
  return definition.lower(typed, { to, own, place: { node: 'me', kind } })
}

function checked(kind: string, config: unknown) {
  const definition = findNode(kind)
  if (!definition) throw new Error(`There is no ${kind}.`)
  const context = {
    coupons: new Set(['welcome']),
    channels: new Set(['inbox']),
    connected: new Set<string>(),
  }
  return { definition, ...checkConfig(definition, config, context) }
}

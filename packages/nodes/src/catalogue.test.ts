import type { Instruction, Label, Target, Text } from '@millrace/program'
import { describe, expect, test } from 'vitest'
import { memoryServices } from '../test/memory-services.ts'
import { catalogue, findNode } from './catalogue.ts'
import type { AnyNode } from './define-node.ts'
import { effects, performEffect } from './effects.ts'

const CONTEXT = { coupons: new Set<string>(), channels: new Set(['inbox']), connected: new Set<string>() }

/** Lowers a node whose every port leads to a label of its own, and notes which ports it asked for. */
function lowered(definition: AnyNode, config: unknown) {
  const asked = new Set<string>()
  const to = (port: string): Target => {
    asked.add(port)
    return `to ${port}`
  }
  const own = (index: number): Label => (index === 0 ? 'me' : `me#${index}`)
  const at = { to, own, place: { node: 'me', kind: definition.kind } }
  return { asked, instructions: definition.lower(definition.config.parse(config), at) }
}

function inBothLanguages(text: Text): void {
  expect(Object.keys(text).sort()).toEqual(['en', 'zh'])
  expect(text.zh).not.toBe('')
  expect(text.en).not.toBe('')
}

function waitsInTime(instructions: readonly Instruction[]): boolean {
  const [first] = instructions
  return first?.op === 'wait' && first.legs.every(({ type }) => type !== 'outcome')
}

describe.each(Object.entries(catalogue))('%s', (kind, definition) => {
  test('is found by its kind and has an icon name', () => {
    expect(findNode(kind)).toBe(definition)
    expect(definition.kind).toBe(kind)
    expect(definition.icon).toMatch(/^[a-z]+(-[a-z0-9]+)*$/)
  })

  test('speaks both languages everywhere', () => {
    inBothLanguages(definition.title)
    inBothLanguages(definition.help)
    for (const { label, hint } of Object.values(definition.form)) {
      inBothLanguages(label)
      if (hint) inBothLanguages(hint)
    }
    for (const { label } of definition.portsOf(definition.initial)) inBothLanguages(label)
    const faults = definition.check?.(definition.config.parse(definition.initial), CONTEXT) ?? []
    for (const { message } of faults) inBothLanguages(message)
    const summary = definition.summary(definition.config.parse(definition.initial))
    expect([typeof summary.zh, typeof summary.en]).toEqual(['string', 'string'])
  })

  test('starts with a config that its schema takes and that survives JSON', () => {
    const config = definition.config.parse(definition.initial)
    expect(definition.config.parse(JSON.parse(JSON.stringify(config)))).toEqual(config)
    expect(Object.keys(definition.form)).toEqual(Object.keys(definition.config.shape))
  })

  test('refuses a setting that it does not have', () => {
    expect(definition.config.safeParse({ ...definition.initial, unheardOf: 1 }).success).toBe(false)
  })

  test('names its ports whatever its config holds', () => {
    const ports = definition.portsOf(definition.initial).map(({ id }) => id)
    expect(ports).toEqual(expect.arrayContaining([...definition.ports]))
    expect(new Set(ports).size).toBe(ports.length)
    for (const odd of [null, 1, {}, { cases: 1, arms: null }, { cases: [{}, null], arms: [1] }]) {
      const ids = definition.portsOf(odd).map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining([...definition.ports]))
    }
  })

  test('lowers every port, and no port that it does not declare', () => {
    const ports = definition.portsOf(definition.initial).map(({ id }) => id)
    const { asked, instructions } = lowered(definition, definition.initial)
    if (definition.trigger) expect(instructions).toEqual([])
    else {
      expect(instructions.length).toBeGreaterThan(0)
      expect([...asked].sort()).toEqual([...ports].sort())
    }
  })

  test('puts its name on everything it lowers to, and says truly whether it waits', () => {
    const { instructions } = lowered(definition, definition.initial)
    for (const one of instructions) {
      for (const place of one.op === 'wait' ? one.legs : [one]) {
        expect(place).toMatchObject({ node: 'me', kind })
      }
    }
    expect(waitsInTime(instructions)).toBe(definition.waits === true)
  })

  test('has an effect exactly when it acts, and its act keeps a config that parses', () => {
    const acts = lowered(definition, definition.initial).instructions.filter(({ op }) => op === 'act')
    expect(acts.length > 0).toBe(Object.hasOwn(effects, kind))
    for (const act of acts) {
      if (act.op !== 'act') continue
      expect(act.configVersion).toBe(definition.configVersion)
      expect(definition.config.parse(JSON.parse(JSON.stringify(act.config)))).toEqual(act.config)
      expect(Object.hasOwn(act.ports, 'next')).toBe(true)
    }
  })

  test('upgrades older configs once it has a second version', () => {
    expect(definition.configVersion).toBeGreaterThanOrEqual(1)
    expect(definition.upgrade !== undefined).toBe(definition.configVersion > 1)
  })
})

describe.each(Object.keys(effects))('the effect of %s', (kind) => {
  const definition = findNode(kind)
  const act = { kind, config: JSON.parse(JSON.stringify(definition?.initial)), configVersion: 1 }

  test('answers a declared port or a reason in both languages', async () => {
    const outcome = await performEffect(act, memoryServices().services)
    if ('attention' in outcome) inBothLanguages(outcome.attention.message)
    else expect(definition?.ports).toContain(outcome.port)
  })

  test('answers the same and does nothing more when its step is repeated', async () => {
    const { services, did } = memoryServices()
    const first = await performEffect(act, services)
    const before = JSON.stringify(did)
    expect(await performEffect(act, services)).toEqual(first)
    expect(JSON.stringify(did)).toBe(before)
  })
})

test('a kind that is no node is not found, not even one that every object has', () => {
  expect(findNode('no-such-node')).toBeUndefined()
  expect(findNode('constructor')).toBeUndefined()
})

test('a kind without an effect cannot be performed', async () => {
  const act = { kind: 'exit', config: {}, configVersion: 1 }
  await expect(performEffect(act, memoryServices().services)).rejects.toThrow('exit')
})

import type { Instruction, Label, Target, Text, Trigger } from '@millrace/program'
import type { z } from 'zod'
import type { Field } from './field.ts'

/** What a node may ask while it lowers itself: where its ports lead and which labels are its own. */
export interface Lowering<Port extends string> {
  /** Where `port` leads; null without an edge. */
  to(port: Port): Target
  /** Label of this node's n-th instruction; `own(0)` is where its in-edges arrive. */
  own(index: number): Label
  /** What every instruction and leg of this node carries. */
  readonly place: { readonly node: string; readonly kind: string }
}

/** A fault that the schema cannot see; `field` is a dotted path in the config. */
export interface ConfigFault {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly field?: string
  readonly message: Text
}

/** What the installation offers, as far as a check needs it: coupons that exist, channels that are set up. */
export interface CheckContext {
  readonly coupons: ReadonlySet<string> | null
  readonly channels: ReadonlySet<string>
  /** Ports of this node that have an edge. */
  readonly connected: ReadonlySet<string>
}

/** The families of reference/look, which give a node its colours. */
export type Family = 'entry' | 'reach' | 'reward' | 'contact' | 'people' | 'time' | 'logic' | 'end'

/** A port as operators see it. */
export interface PortInfo {
  readonly id: string
  readonly label: Text
  /** Failure ports are amber and stay hidden while unconnected and at 0. */
  readonly failure?: boolean
  /** Unconnected it leads on by `next`, where any other port ends the enrolment. */
  readonly goesOn?: boolean
}

/** One kind of node: everything the canvas, the forms, the compiler and the docs know of it. */
export interface NodeDefinition<Kind extends string, Config extends z.ZodObject, Port extends string> {
  readonly kind: Kind
  readonly family: Family
  readonly icon: string
  readonly title: Text
  readonly help: Text
  readonly config: Config
  readonly configVersion: number
  /** A new node's config, as the palette drops it. */
  readonly initial: z.infer<Config>
  readonly form: { readonly [Key in keyof z.infer<Config>]-?: Field }
  /** Ports that every node of this kind has; cases and arms are added by `portsOf`. */
  readonly ports: readonly Port[]
  /** Whether every way through such a node waits for a time or an event; a loop must hold one that does. */
  readonly waits?: boolean
  /** All ports of one node in their order on the canvas, with labels; total, as a draft's config may be wrong. */
  portsOf(config: unknown): readonly PortInfo[]
  /** One line under the title on the canvas. */
  summary(config: z.infer<Config>): Text
  check?(config: z.infer<Config>, context: CheckContext): readonly ConfigFault[]
  /** Only an entry has it: what brings contacts in. */
  trigger?(config: z.infer<Config>): Trigger | null
  /** Turns the config of an older `configVersion` into today's; a definition beyond version 1 has it. */
  upgrade?(config: unknown, from: number): unknown
  /** Instructions in order: the first is labelled `own(0)`, the next `own(1)` … An entry lowers to none. */
  lower(config: z.infer<Config>, at: Lowering<Port | (string & {})>): readonly Instruction[]
}

/** Any definition; `config.parse` is the way to a typed config. */
export type AnyNode = NodeDefinition<string, z.ZodObject, string>

/** Types a definition from its literal: its kind, ports and form keys are held to what it says. */
export function defineNode<const Kind extends string, Config extends z.ZodObject, const Port extends string>(
  definition: NodeDefinition<Kind, Config, Port>,
): NodeDefinition<Kind, Config, Port> {
  return definition
}

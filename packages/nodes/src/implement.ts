import type { Json, Outcome as ProgramOutcome } from '@millrace/program'
import type { z } from 'zod'
import type { NodeDefinition } from './define-node.ts'
import type { Services } from './services/index.ts'

/** What an effect answers; its port is one the definition declares. */
export type Outcome<Port extends string> =
  | { readonly port: Port; readonly output?: Json; readonly awaits?: string }
  | Extract<ProgramOutcome, { attention: unknown }>

/** An effect behind its kind: `config` is parsed again, so what runs is what the schema says. */
export interface Effect<Kind extends string = string> {
  readonly kind: Kind
  run(config: unknown, services: Services): Promise<ProgramOutcome>
}

/** Binds an effect to its definition, which types its config and its ports. */
export function implement<Kind extends string, Config extends z.ZodObject, Port extends string>(
  definition: NodeDefinition<Kind, Config, Port>,
  run: (config: z.infer<Config>, services: Services) => Promise<Outcome<NoInfer<Port>>>,
): Effect<Kind> {
  return { kind: definition.kind, run: (config, services) => run(definition.config.parse(config), services) }
}

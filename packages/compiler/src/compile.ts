import type { Journey } from '@millrace/graph'
import { type Diagnostic, hashProgram, PROGRAM_FORMAT, type Program, type Reentry } from '@millrace/program'
import { type CompileContext, checkConfigs } from './check-configs.ts'
import { checkEdges } from './check-edges.ts'
import { checkFlow } from './check-flow.ts'
import { checkNodes } from './check-nodes.ts'
import { readDrawing } from './drawing.ts'
import { fuse } from './fuse.ts'
import { lower } from './lower.ts'

/** What a journey compiles to; `program` and its `hash` (SHA-256, hex) are there unless a diagnostic is an error. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[]
  readonly program?: Program
  readonly hash?: string
}

/** Checks a journey and makes its program: the same for the same graph, whatever its order, layout, titles and notes. */
export function compile(journey: Journey, context: CompileContext): Compiled {
  const drawing = readDrawing(journey)
  const { configs, diagnostics: faults } = checkConfigs(drawing, context)
  const diagnostics = [...checkNodes(drawing), ...faults, ...checkEdges(drawing), ...checkFlow(drawing)]
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const lowered = lower(drawing, configs)
  if (lowered === null) throw new Error('A journey without errors has an entry that brings contacts in.')
  const program: Program = {
    format: PROGRAM_FORMAT,
    timeZone: journey.timeZone,
    reentry: reentryOf(journey),
    entry: lowered.entry,
    instructions: fuse(lowered.entry.next, lowered.instructions),
  }
  return { diagnostics, program, hash: hashProgram(program) }
}

function reentryOf({ settings: { reentry } }: Journey): Reentry {
  if (reentry.mode !== 'after-exit' || reentry.coolDown === undefined) return { mode: reentry.mode }
  return { mode: reentry.mode, coolDown: reentry.coolDown }
}

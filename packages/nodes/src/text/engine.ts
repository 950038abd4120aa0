import { type Context, Liquid, type Template } from 'liquidjs'
import { formatDate, type TextClock } from './date-filter.ts'
import { listFilters } from './list-filters.ts'
import { numberFilters } from './number-filters.ts'
import { show } from './show.ts'
import { textFilters } from './text-filters.ts'

/** No loops, files or counters: a text takes time in proportion to its length and always gives the same result. */
const TAGS = new Set(['if', 'unless', 'case', 'assign', 'capture', 'comment', 'raw', '#'])

/** Longest template, most characters made while rendering, longest result. */
export const TEXT_LIMITS = { template: 10_000, memory: 200_000, output: 20_000 } as const

const PLAIN = { ...textFilters, ...numberFilters, ...listFilters }

const clocks = new WeakMap<object, TextClock>()
const liquid = buildEngine()
const parsed = new Map<string, Template[]>()

/** What a template may name: the scope of one render. */
export type TextScope = Readonly<Record<'contact' | 'event' | 'now', unknown>>

/** The template's tree; throws what liquidjs says of a faulty one. Some of the last are kept. */
export function parseTemplate(template: string): Template[] {
  const known = parsed.get(template)
  if (known) return known
  const tree = liquid.parse(template)
  if (parsed.size >= 2_000) parsed.clear()
  parsed.set(template, tree)
  return tree
}

/** The text of a tree in a scope, at a clock. */
export function renderTree(tree: Template[], scope: TextScope, clock: TextClock): string {
  clocks.set(scope, clock)
  return show(liquid.renderSync(tree, scope))
}

/** The variables that a tree takes from its scope, as paths. */
export function pathsOf(tree: Template[]): readonly (readonly unknown[])[] {
  return liquid.globalVariableSegmentsSync(tree, { partials: false })
}

function buildEngine(): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    outputEscape: show,
    parseLimit: TEXT_LIMITS.template,
    memoryLimit: TEXT_LIMITS.memory,
    templates: {},
  })
  for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) delete engine.tags[tag]
  for (const filter of Object.keys(engine.filters)) engine.unregisterFilter(filter)
  for (const [name, apply] of Object.entries(PLAIN)) {
    engine.registerFilter(name, function (value: unknown, ...args: unknown[]) {
      // Each filter takes any values; the union of their arities is what TypeScript cannot call.
      const made = (apply as (...all: unknown[]) => unknown)(value, ...args)
      return charge(this.context, made)
    })
  }
  engine.registerFilter('date', function (value: unknown, format: unknown) {
    return charge(this.context, formatDate(value, format, clockOf(this.context)))
  })
  return engine
}

function charge(context: Context, made: unknown): unknown {
  if (typeof made === 'string') context.memoryLimit.use(made.length)
  return made
}

function clockOf(context: Context): TextClock {
  const clock = clocks.get(context.environments)
  if (!clock) throw new Error('A text is rendered at a clock.')
  return clock
}

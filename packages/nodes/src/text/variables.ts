import { Output, type Template } from 'liquidjs'
import { parseTemplate, pathsOf } from './engine.ts'

/** A value that a text takes from its contact or event. */
export interface TextVariable {
  /** Dotted, e.g. `contact.name` or `event.items.0`. */
  readonly path: string
  /** Whether every place that shows it says what to write when it is missing. */
  readonly hasDefault: boolean
}

/** The variables of a template, each once, in the order they first come; none when it cannot be read. */
export function variablesOf(template: string): readonly TextVariable[] {
  try {
    const tree = parseTemplate(template)
    const risky = new Set(
      flatten(tree)
        .filter(showsBare)
        .flatMap((output) => paths([output])),
    )
    return paths(tree).map((path) => ({ path, hasDefault: !risky.has(path) }))
  } catch {
    return []
  }
}

function paths(tree: Template[]): string[] {
  return [...new Set(pathsOf(tree).map((segments) => segments.flat(8).join('.')))]
}

function showsBare(template: Template): boolean {
  return template instanceof Output && !template.value.filters.some(({ name }) => name === 'default')
}

function flatten(tree: readonly Template[]): Template[] {
  return tree.flatMap((template) => [template, ...flatten(childrenOf(template))])
}

function childrenOf(template: Template): readonly Template[] {
  const walk = template.children?.(false, true)
  const result = walk?.next()
  return result?.done === true ? result.value : []
}

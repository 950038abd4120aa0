import { delimiter, dirname } from 'node:path'

/**
 * The environment of what we start: the user's, without npm's own variables, and with the new Node first on the PATH.
 * @param {{ node?: string | undefined, extra?: Record<string, string | undefined> }} [options]
 * @returns {Record<string, string>}
 */
export function childEnvironment({ node, extra = {} } = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  const all = Object.fromEntries([...inherited, ...Object.entries(extra)])
  if (node) all.PATH = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter)
  /** @type {Record<string, string>} */
  const set = {}
  for (const [name, value] of Object.entries(all)) if (value !== undefined) set[name] = value
  return set
}

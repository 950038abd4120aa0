import { catalogue } from '@millrace/nodes'
import type { Plugin } from 'vite'

const NAME = 'virtual:node-faces'

/**
 * Puts each node's title, icon and family into the bundle as plain data: a list needs no more of a node, and the
 * catalogue with its schemas weighs a hundred times as much.
 */
export function nodeFaces(): Plugin {
  return {
    name: 'millrace:node-faces',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null
      const faces = Object.values(catalogue).map(({ kind, title, icon, family }) => [
        kind,
        { title, icon, family },
      ])
      return `export const faces = ${JSON.stringify(Object.fromEntries(faces))}`
    },
  }
}

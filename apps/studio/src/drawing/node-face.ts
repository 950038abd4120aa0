import { faces } from 'virtual:node-faces'

/** What a node of a kind looks like in a list; nothing for a kind this studio does not know. */
export function nodeFace(kind: string) {
  return Object.hasOwn(faces, kind) ? faces[kind] : undefined
}

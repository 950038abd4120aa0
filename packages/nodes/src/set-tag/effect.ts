import { implement } from '../implement.ts'
import { setTag } from './definition.ts'

/** Adds and removes tags; the trace shows only what really changed. */
export const setTagEffect = implement(setTag, async ({ add = [], remove = [] }, services) => {
  const { added, removed } = await services.tags.change({ add, remove })
  return { port: 'next', output: { added, removed } }
})

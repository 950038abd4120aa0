import type { Journey } from '@millrace/graph'
import { useMemo } from 'react'
import { useLanguage, useText } from '../../app/i18n.ts'
import type { JourneyNode } from '../document/parts.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'

/** What screen readers call nodes and edges. */
export interface Names {
  node(node: JourneyNode): string
  edge(journey: Journey, from: string, to: string): string
}

/** Names in the user's language; each node is asked for its words once. */
export function useNames(): Names {
  const t = useText(canvasTexts)
  const text = useNodeText()
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone
  return useMemo(() => {
    const named = onceByKey((node: JourneyNode) => {
      const [title, summary] = [text.title(node), text.summary(node)]
      return summary === '' ? title : t('nodeLabel', { title, summary })
    })
    const titles = onceByKey(
      (journey: Journey) => new Map(journey.nodes.map((node) => [node.id, text.title(node)])),
    )
    return {
      node: named,
      edge: (journey, from, to) =>
        t('edgeLabel', { from: titles(journey).get(from) ?? from, to: titles(journey).get(to) ?? to }),
    }
  }, [language])
}

function onceByKey<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>()
  return (key) => {
    const old = made.get(key)
    if (old) return old.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}

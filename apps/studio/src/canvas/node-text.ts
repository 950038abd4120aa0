import { findNode, summaryOf } from '@millrace/nodes'
import { type Translate, usePick, useText } from '../app/i18n.ts'
import type { JourneyNode } from './document/parts.ts'
import { canvasTexts } from './i18n.ts'

/** How a node is called and what its summary says, in the user's language. */
export interface NodeText {
  title(node: JourneyNode): string
  summary(node: JourneyNode): string
}

type Keys = keyof typeof canvasTexts.texts

/** The words of nodes in the user's language. */
export function useNodeText(): NodeText {
  const t: Translate<Keys> = useText(canvasTexts)
  const pick = usePick()
  return {
    title(node) {
      if (node.title) return node.title
      const definition = findNode(node.kind)
      return definition ? pick(definition.title) : t('unknownKind', { kind: node.kind })
    },
    summary(node) {
      const summary = summaryOf(node)
      return summary ? pick(summary) : findNode(node.kind) ? t('unfinished') : node.kind
    },
  }
}

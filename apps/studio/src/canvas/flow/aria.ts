import type { AriaLabelConfig } from '@xyflow/react'
import { useMemo } from 'react'
import { useLanguage, useText } from '../../app/i18n.ts'
import { canvasTexts } from '../i18n.ts'

/** React Flow's own words in the user's language. */
export function useFlowLabels(): Partial<AriaLabelConfig> {
  const t = useText(canvasTexts)
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('nodeHelp'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('nodeMoved', { x, y }),
      'edge.a11yDescription.default': t('edgeHelp'),
      'controls.ariaLabel': t('canvas'),
      'controls.zoomIn.ariaLabel': t('zoomIn'),
      'controls.zoomOut.ariaLabel': t('zoomOut'),
      'controls.fitView.ariaLabel': t('fitView'),
      'minimap.ariaLabel': t('minimap'),
      'handle.ariaLabel': t('ports'),
    }),
    [language],
  )
}

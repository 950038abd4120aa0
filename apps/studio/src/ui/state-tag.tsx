import type { DeliveryState } from '../api/deliveries.ts'
import type { EnrolmentState } from '../api/enrolments.ts'
import type { JourneyState } from '../api/journeys.ts'
import { useText } from '../app/i18n.ts'
import type { IconName } from '../icons/icon.tsx'
import { Tag, type Tone } from './tag.tsx'
import { uiTexts } from './texts.ts'

interface Look {
  readonly tone: Tone
  readonly mark: 'dot' | 'ring' | IconName
  readonly text: keyof typeof uiTexts.texts
}

const journeys: { readonly [State in JourneyState]: Look } = {
  draft: { tone: 'plain', mark: 'ring', text: 'draft' },
  active: { tone: 'success', mark: 'dot', text: 'active' },
  paused: { tone: 'warning', mark: 'pause', text: 'paused' },
  archived: { tone: 'plain', mark: 'dot', text: 'archived' },
}

const enrolments: { readonly [State in EnrolmentState]: Look } = {
  running: { tone: 'success', mark: 'dot', text: 'inFlight' },
  waiting: { tone: 'plain', mark: 'ring', text: 'waiting' },
  paused: { tone: 'warning', mark: 'pause', text: 'paused' },
  completed: { tone: 'plain', mark: 'check', text: 'completed' },
  exited: { tone: 'plain', mark: 'exit', text: 'exited' },
  'needs-attention': { tone: 'error', mark: 'error', text: 'needsAttention' },
}

const deliveries: { readonly [State in DeliveryState]: Look } = {
  queued: { tone: 'plain', mark: 'ring', text: 'queued' },
  sent: { tone: 'success', mark: 'dot', text: 'sent' },
  delivered: { tone: 'success', mark: 'check', text: 'delivered' },
  failed: { tone: 'error', mark: 'error', text: 'failedState' },
  unknown: { tone: 'warning', mark: 'warning', text: 'unknown' },
  blocked: { tone: 'warning', mark: 'pause', text: 'blocked' },
}

function StateTag({ tone, mark, text }: Look) {
  const t = useText(uiTexts)
  return (
    <Tag tone={tone} mark={mark}>
      {t(text)}
    </Tag>
  )
}

/** A journey's state, as colour, shape and word. */
export const JourneyTag = ({ state }: { state: JourneyState }) => <StateTag {...journeys[state]} />

/** An enrolment's state. */
export const EnrolmentTag = ({ state }: { state: EnrolmentState }) => <StateTag {...enrolments[state]} />

/** A delivery's state. */
export const DeliveryTag = ({ state }: { state: DeliveryState }) => <StateTag {...deliveries[state]} />

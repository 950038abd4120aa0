import type { EnrolmentRow, TraceStep } from '../api/enrolments.ts'
import { isJsonObject, type Json } from '../api/page.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { nodeFace } from '../drawing/node-face.ts'
import type { useNodeWords } from '../drawing/node-words.ts'
import { exact, signed } from '../ui/format-number.ts'
import { moment } from '../ui/format-time.ts'
import { useJsonText } from '../ui/json-text.ts'
import { contactTexts } from './contact-texts.ts'
import { Decision } from './decision.tsx'
import { HappeningRow } from './happening-row.tsx'

interface Props {
  readonly enrolment: EnrolmentRow
  readonly step: TraceStep
  readonly zone: string | undefined
  readonly words: ReturnType<typeof useNodeWords>
  /** Within the enrolment's own trace its journey goes without saying. */
  readonly own?: boolean
}

const PLAIN = 'next'

/** What a step has brought, in short, from whatever output it shows. */
function useOutputWords(): (output: Json | undefined) => string | undefined {
  const t = useText(contactTexts)
  const language = useLanguage()
  const words = useJsonText()
  return (output) => {
    if (!isJsonObject(output)) return undefined
    const { points, balance, coupon, grant, added, removed, skipped } = output
    if (skipped === true) return t('skippedStep')
    if (typeof points === 'number' && typeof balance === 'number') {
      return t('pointsNow', { points: signed(points, language), balance: exact(balance, language) })
    }
    if (typeof coupon === 'string') return t(grant ? 'grantedCoupon' : 'couponUnavailable', { coupon })
    const tags = [
      ...(Array.isArray(added) ? added.map((tag: Json) => `+${words(tag)}`) : []),
      ...(Array.isArray(removed) ? removed.map((tag: Json) => `\u2212${words(tag)}`) : []),
    ]
    return tags.length > 0 ? tags.join(' ') : undefined
  }
}

/** One visit of a node; a decision unfolds to what it saw. */
export function StepRow({ enrolment, step, zone, words, own = false }: Props) {
  const t = useText(contactTexts)
  const language = useLanguage()
  const outputWords = useOutputWords()
  const place = { journey: enrolment.journey, version: enrolment.version, node: step.node, kind: step.kind }
  const face = nodeFace(step.kind)
  const title = words.title(place)
  const takenOut = isJsonObject(step.output) && step.output.exited === true
  const port = step.port === null ? t(takenOut ? 'takenOut' : 'ended') : words.port(place, step.port)
  const decided = step.port !== PLAIN || step.reads !== undefined
  const content = () => (
    <>
      {step.reads === undefined ? null : (
        <Decision step={step} zone={zone} port={port} config={words.find(place)?.config} />
      )}
      {step.output === undefined ? null : (
        <pre className="mono json">{JSON.stringify(step.output, null, 2)}</pre>
      )}
      <dl className="facts">
        <div>
          <dt>{t('version')}</dt>
          <dd>{t('turn', { version: enrolment.version, turn: step.turn + 1, step: step.step + 1 })}</dd>
        </div>
        <div>
          <dt>{t('localTime')}</dt>
          <dd>
            {moment(new Date(step.at), { language, zone })} {zone}
          </dd>
        </div>
      </dl>
    </>
  )
  return (
    <HappeningRow
      at={step.at}
      zone={zone}
      family={face?.family ?? 'end'}
      icon={face?.icon ?? 'unknown'}
      title={decided ? t('stepTo', { title, port }) : title}
      summary={own ? outputWords(step.output) : enrolment.journeyName}
      aside={own ? null : outputWords(step.output)}
      more={{ word: t(step.reads === undefined ? 'details' : 'why'), content }}
    />
  )
}

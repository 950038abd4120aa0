import { useLanguage, usePick, useText } from '../app/i18n.ts'
import type { useNodeWords } from '../drawing/node-words.ts'
import { Icon } from '../icons/icon.tsx'
import { dayAndTime } from '../ui/format-time.ts'
import { EnrolmentTag } from '../ui/state-tag.tsx'
import { useNow } from '../ui/use-now.ts'
import { contactTexts } from './contact-texts.ts'
import type { Trace } from './merge-timeline.ts'
import { isOpen } from './open-enrolment.ts'
import { StepRow } from './step-row.tsx'

interface Props {
  readonly traces: readonly Trace[]
  readonly zone: string | undefined
  readonly words: ReturnType<typeof useNodeWords>
}

/** Each run through a journey with its whole trace, in the order it was walked. */
export function EnrolmentBlocks({ traces, zone, words }: Props) {
  const t = useText(contactTexts)
  const pick = usePick()
  const style = { language: useLanguage(), zone }
  const now = useNow()
  const at = (time: string) => dayAndTime(new Date(time), now, style)
  if (traces.length === 0) return <p className="tertiary">{t('noJourneys')}</p>
  return traces.map(({ enrolment, steps }) => (
    <details key={enrolment.id} className="enrolment-block" open={isOpen(enrolment)}>
      <summary>
        <Icon name="chevron-right" size={12} />
        <b>{enrolment.journeyName}</b>
        <span className="tertiary small">
          v{enrolment.version} · {t('enteredAt', { time: at(enrolment.enteredAt) })}
          {enrolment.endedAt ? ` · ${t('endedAt', { time: at(enrolment.endedAt) })}` : ''}
        </span>
        <EnrolmentTag state={enrolment.state} />
      </summary>
      {enrolment.reason ? <p className="reason">{pick(enrolment.reason.message)}</p> : null}
      {steps.length === 0 ? <p className="tertiary">{t('noTrace')}</p> : null}
      <ol>
        {steps.map((step) => (
          <StepRow
            key={`${step.turn}/${step.step}`}
            enrolment={enrolment}
            step={step}
            zone={zone}
            words={words}
            own
          />
        ))}
      </ol>
    </details>
  ))
}

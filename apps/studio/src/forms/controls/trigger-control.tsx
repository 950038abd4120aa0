import { Segmented, Tooltip } from 'antd'
import { useText } from '../../app/i18n.ts'
import { bagOf, type ControlProps, withKey } from '../control.ts'
import { useFaults } from '../faults.tsx'
import { FieldFrame } from '../field-frame.tsx'
import { formTexts } from '../i18n.ts'
import { OptionalCondition } from './optional-condition.tsx'
import { EventTypeControl } from './plain.tsx'

const WAYS = ['event', 'manual', 'segment', 'schedule'] as const
const words = { event: 'byEvent', manual: 'byHand', segment: 'bySegment', schedule: 'bySchedule' } as const
const later: readonly string[] = ['segment', 'schedule']

/** How contacts enter; ways that this version cannot serve are shown but not offered. */
export function TriggerControl({ id, path, label, value, onChange }: ControlProps) {
  const t = useText(formTexts)
  const on = bagOf(value)
  const way = WAYS.find((item) => item in on) ?? 'event'
  const event = `${path}.event`
  const where = `${path}.where`
  const invalid = useFaults(event).length > 0
  return (
    <div className="form-fields">
      <Segmented
        aria-label={label}
        block
        size="small"
        value={way}
        options={WAYS.map((item) => ({
          value: item,
          disabled: later.includes(item),
          label: later.includes(item) ? (
            <Tooltip title={t('notYet')}>
              <span>{t(words[item])}</span>
            </Tooltip>
          ) : (
            t(words[item])
          ),
        }))}
        onChange={(next) => next !== way && onChange(next === 'manual' ? { manual: true } : { event: '' })}
      />
      {way === 'event' && (
        <>
          <FieldFrame id={`${id}-event`} path={event} label={t('byEvent')}>
            <EventTypeControl
              id={`${id}-event`}
              path={event}
              label={t('byEvent')}
              invalid={invalid}
              value={on.event}
              onChange={(type) => onChange({ ...on, event: type ?? '' })}
            />
          </FieldFrame>
          <FieldFrame id={`${id}-where`} path={where} label={t('onlyWhen')} deep={false} group>
            <OptionalCondition
              path={where}
              value={on.where}
              onChange={(next) => onChange(withKey(on, 'where', next))}
            />
          </FieldFrame>
        </>
      )}
    </div>
  )
}

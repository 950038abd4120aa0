import type { Json } from '@millrace/program'
import { AutoComplete, Input, Segmented } from 'antd'
import { useText } from '../../app/i18n.ts'
import { bagOf, listOf, textOf, withKey } from '../control.ts'
import { FaultLines, useFaults } from '../faults.tsx'
import { formTexts } from '../i18n.ts'
import { useMeta } from '../meta.ts'
import { DurationInput } from './duration-input.tsx'

type Bag = { readonly [key: string]: Json }
const WAYS = ['for', 'time', 'attribute', 'date'] as const
type Way = (typeof WAYS)[number]

const words = { for: 'waitFor', time: 'waitTime', attribute: 'waitAttribute', date: 'waitDate' } as const
const fresh: Readonly<Record<Way, Bag>> = {
  for: { for: 'P1D' },
  time: { until: { time: '10:00' } },
  attribute: { until: { attribute: '' } },
  date: { until: { date: '' } },
}

/** `for` and `until` of one config: two keys of which exactly one is set. */
export function TimeControl(props: { id: string; config: Bag; onChange(config: Bag): void }) {
  const { id, config, onChange } = props
  const t = useText(formTexts)
  const { until: untilFaults, for: forFaults } = { until: useFaults('until'), for: useFaults('for') }
  const until = bagOf(config.until)
  const way = config.until === undefined ? 'for' : (WAYS.find((item) => item in until) ?? 'time')
  const { for: _for, until: _until, ...rest } = config
  const setUntil = (key: string, value: Json | undefined) =>
    onChange({ ...rest, until: withKey(until, key, value) })
  const status = untilFaults.length > 0 ? { status: 'error' as const } : {}
  return (
    <fieldset className="form-field" data-field={way === 'for' ? 'for' : 'until'}>
      <legend className="form-label">{t('waitKind')}</legend>
      <div className="form-fields">
        <Segmented
          aria-label={t('waitKind')}
          block
          size="small"
          value={way}
          options={WAYS.map((item) => ({ value: item, label: t(words[item]) }))}
          onChange={(next) => next !== way && onChange({ ...rest, ...fresh[next] })}
        />
        {way === 'for' && (
          <DurationInput
            id={id}
            value={textOf(config.for)}
            label={t('waitFor')}
            invalid={forFaults.length > 0}
            onChange={(value) => onChange({ ...rest, for: value })}
          />
        )}
        {way === 'time' && <TimeOfDay id={id} until={until} status={status} set={setUntil} />}
        {way === 'attribute' && (
          <Attribute id={id} value={textOf(until.attribute)} status={status} set={setUntil} />
        )}
        {way === 'date' && (
          <Input
            id={id}
            type="datetime-local"
            aria-label={t('date')}
            value={textOf(until.date)}
            onChange={(event) => setUntil('date', event.target.value)}
            {...status}
          />
        )}
      </div>
      <FaultLines faults={[...untilFaults, ...forFaults]} />
    </fieldset>
  )
}

interface PartProps {
  readonly id: string
  readonly status: { readonly status?: 'error' }
  set(key: string, value: Json | undefined): void
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function TimeOfDay({ id, until, status, set }: PartProps & { until: Bag }) {
  const t = useText(formTexts)
  const chosen = listOf(until.weekdays)
  const toggle = (day: number) => {
    const days = chosen.includes(day) ? chosen.filter((item) => item !== day) : [...chosen, day]
    set('weekdays', days.length === 0 ? undefined : days.toSorted())
  }
  return (
    <>
      <Input
        id={id}
        type="time"
        aria-label={t('timeOfDay')}
        value={textOf(until.time)}
        onChange={(event) => set('time', event.target.value)}
        {...status}
      />
      <fieldset className="form-field">
        <legend className="form-label">{t('weekdays')}</legend>
        <div className="form-days">
          {DAYS.map((day, index) => (
            <button
              key={day}
              type="button"
              className="form-day"
              aria-pressed={chosen.includes(index + 1)}
              onClick={() => toggle(index + 1)}
            >
              {t(day)}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  )
}

function Attribute({ id, value, status, set }: PartProps & { value: string }) {
  const t = useText(formTexts)
  const { attributes } = useMeta()
  return (
    <AutoComplete
      id={id}
      className="form-wide"
      aria-label={t('attribute')}
      placeholder={t('attribute')}
      value={value}
      options={attributes.filter(({ name }) => name.includes(value)).map(({ name }) => ({ value: name }))}
      onChange={(name: string) => set('attribute', name)}
      {...status}
    />
  )
}

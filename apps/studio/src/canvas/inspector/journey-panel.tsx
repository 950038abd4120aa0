import { Button, Input, Select } from 'antd'
import { useText } from '../../app/i18n.ts'
import { DurationInput } from '../../forms/controls/duration-input.tsx'
import { FieldFrame } from '../../forms/field-frame.tsx'
import { useEditor, useEditorStores } from '../context.ts'
import type { JourneySettings } from '../document/parts.ts'
import { renameJourney, setSettings, setTimeZone } from '../document/settings.ts'
import { canvasTexts } from '../i18n.ts'

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))
const modes = ['never', 'after-exit', 'always'] as const
const modeTexts = {
  never: 'reentryNever',
  'after-exit': 'reentryAfterExit',
  always: 'reentryAlways',
} as const

/** The journey's own settings. */
export function JourneyPanel() {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const name = useEditor((state) => state.document.name)
  const timeZone = useEditor((state) => state.document.timeZone)
  const { apply } = editor.getState()
  return (
    <>
      <div className="inspector-head">
        <b className="inspector-name">{t('journeySettings')}</b>
      </div>
      <fieldset
        className="inspector-body form-fields"
        aria-label={t('journeySettings')}
        onBlur={() => editor.getState().endGesture()}
      >
        <FieldFrame id="journey-name" path="name" label={t('journeyName')}>
          <Input
            id="journey-name"
            maxLength={200}
            value={name}
            onChange={(event) => apply((journey) => renameJourney(journey, event.target.value), 'name')}
            {...(name === '' ? { status: 'error' as const } : {})}
          />
          {name === '' && <p className="form-fault">{t('nameMissing')}</p>}
        </FieldFrame>
        <FieldFrame id="journey-zone" path="timeZone" label={t('timeZone')} hint={t('timeZoneHint')}>
          <Select
            id="journey-zone"
            className="form-wide"
            showSearch
            value={timeZone}
            options={zones}
            onChange={(zone: string) => apply((journey) => setTimeZone(journey, zone))}
          />
        </FieldFrame>
        <Reentry />
      </fieldset>
    </>
  )
}

function Reentry() {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const settings = useEditor((state) => state.document.settings)
  const { reentry } = settings
  const set = (next: JourneySettings['reentry'], gesture?: string) =>
    editor
      .getState()
      .apply((journey) => setSettings(journey, { ...journey.settings, reentry: next }), gesture)
  return (
    <>
      <FieldFrame id="journey-reentry" path="reentry" label={t('reentry')}>
        <Select
          id="journey-reentry"
          className="form-wide"
          value={reentry.mode}
          options={modes.map((mode) => ({ value: mode, label: t(modeTexts[mode]) }))}
          onChange={(mode) => set({ mode })}
        />
      </FieldFrame>
      {reentry.mode === 'after-exit' &&
        (reentry.coolDown === undefined ? (
          <Button
            size="small"
            type="text"
            className="form-add"
            onClick={() => set({ mode: 'after-exit', coolDown: 'P30D' })}
          >
            {t('setCoolDown')}
          </Button>
        ) : (
          <FieldFrame id="journey-cool-down" path="reentry.coolDown" label={t('coolDown')}>
            <div className="form-row">
              <DurationInput
                id="journey-cool-down"
                value={reentry.coolDown}
                label={t('coolDown')}
                invalid={false}
                onChange={(coolDown) =>
                  set(
                    coolDown === '' ? { mode: 'after-exit' } : { mode: 'after-exit', coolDown },
                    'cool-down',
                  )
                }
              />
              <Button size="small" type="text" onClick={() => set({ mode: 'after-exit' })}>
                {t('dropCoolDown')}
              </Button>
            </div>
          </FieldFrame>
        ))}
    </>
  )
}

import { useStore } from 'zustand'
import { Icon } from '../icons/icon.tsx'
import { useText } from './i18n.ts'
import { preferences } from './preferences.ts'
import { shellTexts } from './shell-texts.ts'

/** Language and theme, in the sidebar's foot. */
export function Switches() {
  const t = useText(shellTexts)
  const { language, mode, setLanguage, setMode } = useStore(preferences)
  const light = mode === 'light'
  return (
    <div className="switches">
      <button
        type="button"
        aria-label={t(light ? 'toDarkLabel' : 'toLightLabel')}
        onClick={() => setMode(light ? 'dark' : 'light')}
      >
        <Icon name={light ? 'moon' : 'sun'} />
        <span>{t(light ? 'toDark' : 'toLight')}</span>
      </button>
      <button type="button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        <span className={language === 'zh' ? 'on' : ''}>中</span> /{' '}
        <span className={language === 'en' ? 'on' : ''}>EN</span>
        <span className="hidden-label" lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {t('otherLanguage')}
        </span>
      </button>
    </div>
  )
}

import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntdApp, ConfigProvider } from 'antd'
import { useLayoutEffect, useMemo } from 'react'
import { RouterProvider } from 'react-router/dom'
import { useStore } from 'zustand'
import { Icon } from '../icons/icon.tsx'
import { antdLocale } from './antd-locale.ts'
import { installTokens } from './css-variables.ts'
import { switchLanguage } from './i18n.ts'
import { preferences } from './preferences.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { antdTheme } from './theme.ts'

const suffixIcon = <Icon name="chevron-down" size={14} />

installTokens()
document.documentElement.dataset.theme = preferences.getState().mode
await switchLanguage(preferences.getState().language)

/** The whole studio: look, language, server state and routes. */
export function App() {
  const { language, mode } = useStore(preferences)
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = mode
    void switchLanguage(language)
  }, [language, mode])
  const theme = useMemo(() => antdTheme(mode), [mode])
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocale[language]}
      button={{ autoInsertSpace: false }}
      select={{ suffixIcon }}
    >
      <AntdApp component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  )
}

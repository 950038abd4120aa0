import { Input } from 'antd'
import { useState } from 'react'
import { keepAccessToken } from '../api/token.ts'
import { useText } from '../app/i18n.ts'
import { Action } from './action.tsx'
import { uiTexts } from './texts.ts'

/** Asks for the token of an installation that is open to a network. */
export function TokenForm({ onKept }: { onKept: () => void }) {
  const t = useText(uiTexts)
  const [token, setToken] = useState('')
  return (
    <form
      className="actions"
      onSubmit={(event) => {
        event.preventDefault()
        keepAccessToken(token.trim())
        onKept()
      }}
    >
      <Input.Password
        style={{ width: 320 }}
        aria-label={t('token')}
        placeholder={t('token')}
        value={token}
        onChange={(event) => setToken(event.target.value)}
      />
      <Action type="primary" htmlType="submit" disabled={token.trim() === ''}>
        {t('useToken')}
      </Action>
    </form>
  )
}

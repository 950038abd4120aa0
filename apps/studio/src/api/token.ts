const KEY = 'millrace.token'

/** The access token of an installation that asks for one, as long as the tab is open. */
export function accessToken(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Keeps a token for this tab. */
export function keepAccessToken(token: string): void {
  try {
    sessionStorage.setItem(KEY, token)
  } catch {}
}

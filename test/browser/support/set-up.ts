import { productUrl } from './open-studio.ts'

/** Part of the names of whatever a run makes, so that it can be repeated on a product that is in use. */
export const run = Date.now().toString(36).slice(-5)

/** Asks the API as another system would; throws what it refuses. */
export function api(method: string, path: string, body?: unknown): Promise<unknown> {
  return request(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
}

/** Saves a drawing over whatever is there. */
export async function saveJourney(id: string, journey: unknown): Promise<void> {
  // The contract's shape of a journey.
  const { revision } = (await api('GET', `/api/journeys/${id}`)) as { revision: number }
  await request(`/api/journeys/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `${revision}` },
    body: JSON.stringify(journey),
  })
}

async function request(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(productUrl() + path, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${init.method} ${path}: ${response.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** Takes a journey out of service: nobody enters it any more. */
export async function archiveJourney(id: string): Promise<void> {
  await api('POST', `/api/journeys/${id}/archive`)
}

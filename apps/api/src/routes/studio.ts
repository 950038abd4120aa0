import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Api } from '../api.ts'

const DIST = fileURLToPath(new URL('../../../studio/dist', import.meta.url))
const FOREVER = 'public, max-age=31536000, immutable'

/** The built studio: hashed files for good, every other path the page itself, whose router takes over. */
export function studioRoutes(api: Api): void {
  if (!existsSync(DIST)) return
  const files = serveStatic({ root: DIST, onFound: (_, c) => c.header('cache-control', FOREVER) })
  api.use('/assets/*', files)
  api.get('*', async (c) => {
    c.header('cache-control', 'no-cache')
    c.header('content-security-policy', "frame-ancestors 'none'")
    return c.html(await readFile(`${DIST}/index.html`, 'utf8'))
  })
}

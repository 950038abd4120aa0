import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'

const UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const FILES = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
])

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Millrace API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true })</script></body></html>`

/** `GET /api/openapi.json`, made from the schemas that check the input, and `GET /api/docs` to browse it. */
export function docsRoutes(api: Api, { environment }: ApiContext): void {
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Millrace',
      version: environment.version,
      description: 'Customer journeys: contacts, events, journeys.',
    },
  })
  api.get('/api/docs', (c) => c.html(PAGE))
  api.get('/api/docs/:file', async (c) => {
    const type = FILES.get(c.req.param('file'))
    if (type === undefined) return c.notFound()
    return c.body(await readFile(join(UI, c.req.param('file')), 'utf8'), 200, { 'content-type': type })
  })
}

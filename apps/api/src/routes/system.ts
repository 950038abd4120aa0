import { createRoute, z } from '@hono/zod-openapi'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { readRunFile } from '../rim/run-file.ts'

const system = z
  .object({
    version: z.string(),
    temporal: z.object({ address: z.string(), namespace: z.string(), metricsUrl: z.string().optional() }),
    processes: z.array(z.object({ name: z.string(), pid: z.number().int() })),
  })
  .openapi('System')

const route = createRoute({
  method: 'get',
  path: '/api/system',
  tags: ['system'],
  summary: 'Version, Temporal and the processes that the product started',
  responses: { 200: { description: 'What runs', content: { 'application/json': { schema: system } } } },
})

/** `GET /api/system`. */
export function systemRoute(api: Api, { environment }: ApiContext): void {
  api.openapi(route, async (c) => {
    const run = await readRunFile(environment.runFile)
    const temporal = {
      address: environment.temporalAddress,
      namespace: environment.temporalNamespace,
      ...(run?.temporal?.metricsUrl !== undefined && { metricsUrl: run.temporal.metricsUrl }),
    }
    return c.json(
      {
        version: environment.version,
        temporal,
        processes: run?.processes ?? [{ name: 'api', pid: process.pid }],
      },
      200,
    )
  })
}

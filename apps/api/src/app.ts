import { type Api, newApi } from './api.ts'
import type { ApiContext } from './context.ts'
import { authenticate } from './rim/principal.ts'
import { onError, problem } from './rim/problem.ts'
import { attributeRoutes } from './routes/attributes.ts'
import { contactRoutes } from './routes/contacts.ts'
import { couponRoutes } from './routes/coupons.ts'
import { deliveryRoutes } from './routes/deliveries.ts'
import { docsRoutes } from './routes/docs.ts'
import { enrolmentRoutes } from './routes/enrolments.ts'
import { eventRoutes } from './routes/events.ts'
import { healthRoute } from './routes/health.ts'
import { journeyRoutes } from './routes/journeys.ts'
import { metaRoute } from './routes/meta.ts'
import { publishingRoutes } from './routes/publishing.ts'
import { studioRoutes } from './routes/studio.ts'
import { systemRoute } from './routes/system.ts'

/** The whole HTTP surface: API, its description, and the studio, on one origin. */
export function createApp(context: ApiContext): Api {
  const api = newApi()
  api.use(authenticate(context.environment))
  api.onError(onError)
  for (const add of ROUTES) add(api, context)
  api.all('/api/*', (c) =>
    problem(c, {
      status: 404,
      code: 'no-route',
      zh: '没有这个地址，请看 /api/docs。',
      en: 'There is no such address. See /api/docs.',
    }),
  )
  studioRoutes(api)
  return api
}

const ROUTES = [
  healthRoute,
  systemRoute,
  contactRoutes,
  attributeRoutes,
  eventRoutes,
  publishingRoutes,
  journeyRoutes,
  enrolmentRoutes,
  couponRoutes,
  deliveryRoutes,
  metaRoute,
  docsRoutes,
]

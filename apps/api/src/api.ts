import { OpenAPIHono } from '@hono/zod-openapi'
import type { Variables } from './rim/principal.ts'
import { onInvalid } from './rim/problem.ts'

/** The router type that every file in `routes/` adds to. */
export type Api = OpenAPIHono<{ Variables: Variables }>

/** An empty router that answers unfit input with a problem document. */
export const newApi = (): Api => new OpenAPIHono<{ Variables: Variables }>({ defaultHook: onInvalid })

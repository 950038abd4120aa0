import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Environment } from '../environment.ts'
import { hostName, ownHosts } from './hosts.ts'
import { problem } from './problem.ts'

/** Who asks. One kind today: whoever owns the installation. */
export interface Principal {
  readonly kind: 'owner'
}

/** Variables that every route finds in its context. */
export interface Variables {
  readonly principal: Principal
}

/** The one door: checks `Host` and `Origin` always, the token where one is set, and yields the principal. */
export function authenticate(environment: Environment): MiddlewareHandler<{ Variables: Variables }> {
  const hosts = ownHosts(environment.host, environment.hosts)
  const expected = environment.token === null ? null : digest(`Bearer ${environment.token}`)
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!hosts.has(hostName(host))) {
      return problem(c, {
        status: 403,
        code: 'foreign-host',
        zh: `不接受主机名 ${host}。`,
        en: `The host ${host} is not this installation.`,
      })
    }
    const origin = c.req.header('origin')
    if (origin !== undefined && !sameOrigin(origin, host)) {
      return problem(c, {
        status: 403,
        code: 'foreign-origin',
        zh: '请求来自别的网站，已拒绝。',
        en: 'The request comes from another site.',
      })
    }
    const open = c.req.path === '/api/health' || !c.req.path.startsWith('/api/')
    if (
      expected !== null &&
      !open &&
      !timingSafeEqual(expected, digest(c.req.header('authorization') ?? ''))
    ) {
      return problem(c, {
        status: 401,
        code: 'no-token',
        zh: '需要访问令牌。',
        en: 'Send the token: Authorization: Bearer …',
      })
    }
    c.set('principal', { kind: 'owner' })
    return next()
  }
}

function sameOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

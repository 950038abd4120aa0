import { serve } from '@hono/node-server'
import { configuredChannels } from '@millrace/channels'
import { openDatabase, systemClock } from '@millrace/database'
import { createApp } from './app.ts'
import { readEnvironment } from './environment.ts'
import { checkTemporal } from './rim/temporal-check.ts'

const channels = configuredChannels(process.env).map((channel) => channel.id)
const environment = readEnvironment(process.env, channels)
const db = openDatabase(environment.databaseUrl, { max: 12 })
const temporal = checkTemporal(environment.temporalAddress)
const app = createApp({ environment, db, clock: systemClock, temporal })
const server = serve({ fetch: app.fetch, hostname: environment.host, port: environment.port })

server.on('error', (error) => {
  console.error(`The API cannot listen on ${environment.host}:${environment.port}: ${error.message}`)
  process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)

function stop(): void {
  server.close(async () => {
    await db.destroy()
    await temporal.close()
    process.exit(0)
  })
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  // Requests still under way get this long; the caller sends again what was not acknowledged.
  setTimeout(() => process.exit(0), 3000).unref()
}

import { createServer } from 'node:net'

// below the ranges that systems take outgoing connections from, so that a remembered port stays ours
const lowest = 20_000
const highest = 30_000

/**
 * A port that nobody listens on.
 * @param {string} [host]
 */
export async function freePort(host = '127.0.0.1') {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await isFree(port, host)) return port
  }
}

/**
 * Whether nobody listens on the port.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

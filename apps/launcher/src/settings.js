import { resolve } from 'node:path'
import { Fault } from './fault.js'

/**
 * @typedef {object} Settings
 * @property {string} home
 * @property {string} host
 * @property {number} port
 * @property {string} url where a browser on this machine finds the product
 * @property {string} namespace of Temporal
 * @property {string | undefined} databaseUrl an outside PostgreSQL
 * @property {string | undefined} temporalAddress an outside Temporal
 * @property {string | undefined} token
 * @property {boolean} sample
 */

/**
 * Reads what the environment asks for and refuses what could not work.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Settings}
 */
export function readSettings(env = process.env) {
  const host = env.HOST || '127.0.0.1'
  const port = portOf(env.PORT || '4600')
  const token = env.MILLRACE_TOKEN || undefined
  if (!token && !isLoopback(host)) throw openWithoutToken(host)
  return {
    home: resolve(env.MILLRACE_HOME || '.millrace'),
    host,
    port,
    url: `http://${reachable(host)}:${port}`,
    namespace: env.TEMPORAL_NAMESPACE || 'default',
    databaseUrl: env.DATABASE_URL || undefined,
    temporalAddress: env.TEMPORAL_ADDRESS || undefined,
    token,
    sample: env.MILLRACE_SAMPLE !== '0',
  }
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Fault({
    en: `PORT is "${text}": set it to a number from 1 to 65535.`,
    zh: `PORT 为“${text}”：请设为 1 到 65535 之间的数字。`,
  })
}

/** @param {string} host */
function isLoopback(host) {
  return /^(localhost|\[?::1\]?|127(\.\d{1,3}){3})$/i.test(host)
}

/** @param {string} host */
function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::' || host === '[::]') return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

/** @param {string} host */
function openWithoutToken(host) {
  return new Fault({
    en: `HOST=${host} opens Millrace to others: set MILLRACE_TOKEN to a secret that they must send, or leave HOST away.`,
    zh: `HOST=${host} 会让他人访问 Millrace：请设置 MILLRACE_TOKEN 作为访问密钥，或不要设置 HOST。`,
  })
}

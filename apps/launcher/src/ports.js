import { createServer } from 'node:net'
import { codeOf, Fault } from './fault.js'

// below the ranges that systems take outgoing connections from, so that a remembered port stays ours
const lowest = 20_000
const highest = 30_000

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort() {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if ((await listenError(port, '127.0.0.1')) === undefined) return port
  }
}

/**
 * Why nobody could listen there right now: the system's error code, or undefined when one could.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>}
 */
export function listenError(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', (error) => resolve(codeOf(error) ?? 'unknown'))
    server.listen({ port, host: host.replace(/^\[|\]$/g, ''), exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    )
  })
}

/**
 * Refuses to start where the studio could not listen.
 * @param {{ port: number, host: string }} at
 */
export async function assertCanListen({ port, host }) {
  const code = await listenError(port, host)
  if (code === undefined) return
  if (code === 'EADDRINUSE') {
    throw new Fault({
      en: `Port ${port} is taken by another program: end it, or set PORT to a free one.`,
      zh: `端口 ${port} 已被其他程序占用：请结束该程序，或将 PORT 设为空闲端口。`,
    })
  }
  if (code === 'EACCES') {
    throw new Fault({
      en: `Port ${port} is reserved for the system: set PORT to a number above 1024.`,
      zh: `端口 ${port} 为系统保留：请将 PORT 设为大于 1024 的数字。`,
    })
  }
  throw new Fault({
    en: `Nothing can listen on ${host}:${port} (${code}): set HOST to an address of this machine.`,
    zh: `无法监听 ${host}:${port}（${code}）：请将 HOST 设为本机地址。`,
  })
}

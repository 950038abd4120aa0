const echo = 1000

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP; one that comes later than the echo which npm sends along forces the
 * end.
 * @param {() => void} force
 * @returns {Promise<void>}
 */
export function stopAsked(force) {
  return new Promise((resolve) => {
    let first = 0
    const hear = () => {
      if (first === 0) {
        first = Date.now()
        resolve()
      } else if (Date.now() - first > echo) {
        force()
        process.exit(1)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
  })
}

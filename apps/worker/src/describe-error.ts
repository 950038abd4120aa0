/**
 * An error in words that hold nothing of a contact: its name, its code, and what of our own code was running. A message
 * is told only where the runtime wrote it; PostgreSQL and parsers quote the value they refuse.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const said = error instanceof TypeError || error instanceof RangeError ? `: ${error.message}` : ''
  const details = DETAILS.flatMap((name) => {
    const value = Reflect.get(error, name)
    return typeof value === 'string' || typeof value === 'number' ? [`${name} ${value}`] : []
  })
  const cause = error.cause === undefined ? '' : ` < ${describeError(error.cause)}`
  return [`${error.name}${said}`, ...details, ...frames(error.stack)].join(', ') + cause
}

const DETAILS = ['code', 'constraint', 'table', 'routine']

function frames(stack = ''): string[] {
  return [...stack.matchAll(/\/((?:apps|packages|workflows)\/[\w./-]+:\d+):\d+\)?$/gm)]
    .slice(0, 3)
    .map(([, place]) => `at ${place}`)
}

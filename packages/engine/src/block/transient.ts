/** Whether an error says that the database could not be reached or had to give way: another try may go well. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isTransient)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (SQLSTATE.test(code)) return TRANSIENT.test(code)
  return NETWORK.has(code) || LOST.test(error.message)
}

const SQLSTATE = /^[0-9A-Z]{5}$/
// Connection, resources, operator intervention, serialization, deadlock, lock not available.
const TRANSIENT = /^(08...|53...|57...|58...|25006|40001|40P01|55P03)$/
const NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool|driver has already been destroyed)/

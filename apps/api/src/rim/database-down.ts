/** Node's and PostgreSQL's codes for "no connection", "shutting down" and "too many connections". */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
])

/** Whether an error means that PostgreSQL cannot be reached, rather than that a statement is wrong. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && CODES.has(error.code)) return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown)
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
}

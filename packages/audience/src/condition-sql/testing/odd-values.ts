/** The moment at which the tests decide; the odd times lie around it. */
export const NOW = Date.parse('2026-07-01T12:00:00Z')

/** JSON numbers, as text: the edges of float8, and beyond them what only `jsonb` holds. */
export const NUMBERS = words(`
  0 -0 1 2 2.5 -3 100 1e2 0.1 0.1000000000000000055511151231257827 1e400 -1e400 1e-400 -1e-400
  9007199254740992 9007199254740993 1.7976931348623157e308 1.7976931348623158e308 1.7976931348623159e308
  5e-324 2.4703282292062327e-324 2.4703282292062328e-324 2.2e-308 123456789012345678901234567890`)

/** Texts that are moments. */
export const TIMES = words(`
  2026-07-01T12:00:00Z 2026-07-01T20:00:00+08:00 2026-07-01T12:00:00.001Z 2026-07-01T12:00:00.0009999Z
  2026-07-01t12:00:00z 2026-06-30T12:00:00Z 2026-06-30T11:59:59.9999999999Z 2026-06-30T11:59:59.999Z
  2026-06-01T12:00:00-00:00 2026-03-08T02:30:00-05:00 2024-02-29T00:00:00Z 2000-02-29T23:59:59Z
  0001-01-01T00:00:00+14:59 9999-12-31T23:59:59.999-14:59 1883-11-18T12:00:00-04:56 0099-12-31T00:00:00Z`)

/** Texts that look like moments, some of which a cast in PostgreSQL would refuse and others take. */
export const NO_TIMES = [
  ...words(`
    2026-07-01 2026-07-01T12:00Z 2026-07-01T12:00:00 2026-02-30T00:00:00Z 2025-02-29T00:00:00Z 1900-02-29T00:00:00Z
    0000-01-01T00:00:00Z 10000-01-01T00:00:00Z 2026-07-01T24:00:00Z 2026-07-01T12:00:60Z 2026-07-01T12:00:00.Z
    2026-07-01T12:00:00+15:00 2026-07-01T12:00:00+0800 2026-13-01T00:00:00Z 20260701T120000Z
    infinity now epoch today ٢٠٢٦-07-01T12:00:00Z`),
  '2026-07-01T12:00:00Z\n',
  ' 2026-07-01T12:00:00Z',
  '2026-07-01T12:00:00Z BC',
]

/** Texts that trip up comparison, search and quoting. */
export const TEXTS = [
  ...words(
    `a A B ab abc vip VIP % _ a_c a% \\ ' " ? $1 1 2.5 true null {} 😀 ！ \ue000 \ud7ff e\u0301 \u00e9 ß SS`,
  ),
  '',
  ' ',
  '\u0001\u007f',
  '\u2028',
  '长'.repeat(300),
  '2026-07-01 12:00:00Z',
]

function words(text: string): string[] {
  return text.trim().split(/ +|\n */)
}

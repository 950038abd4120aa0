/** An arm's part of all weights, in per cent with one decimal. */
export function shareOf(weights: readonly number[], index: number): string {
  const sum = weights.reduce((total, weight) => total + Math.max(0, weight), 0)
  const weight = Math.max(0, weights[index] ?? 0)
  return sum === 0 ? '—' : `${Number(((100 * weight) / sum).toFixed(1))}%`
}

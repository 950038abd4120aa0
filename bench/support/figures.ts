/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The value below which `share` of all lie. */
export function quantile(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
    Number.NaN
  )
}

/** Prints one figure; `goal` says what it is held to. */
export function print(name: string, figure: string, goal?: string): void {
  console.log(`${name.padEnd(46)} ${figure}${goal === undefined ? '' : `   (goal ${goal})`}`)
}

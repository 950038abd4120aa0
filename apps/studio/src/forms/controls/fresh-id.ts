import type { Json } from '@millrace/program'

/** An id that no item has; random, so that a port that once was never lends its numbers to a new one. */
export function freshId(
  prefix: string,
  items: readonly { readonly [key: string]: Json }[],
  random: () => number = Math.random,
): string {
  const taken = new Set(items.map((item) => item.id))
  for (;;) {
    const id = `${prefix}-${Math.floor(random() * 36 ** 4)
      .toString(36)
      .padStart(4, '0')}`
    if (!taken.has(id)) return id
  }
}

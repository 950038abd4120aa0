/** A record of what has a kind, by that kind, typed kind by kind. */
export function byKind<const Items extends readonly { readonly kind: string }[]>(...items: Items) {
  // The keys are the items' own kinds, which `fromEntries` widens to string.
  return Object.fromEntries(items.map((item) => [item.kind, item])) as {
    [Item in Items[number] as Item['kind']]: Item
  }
}

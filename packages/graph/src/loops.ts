/** One open visit of the depth-first walk. */
interface Visit {
  readonly id: string
  readonly next: readonly string[]
  at: number
}

/** Every set of nodes that can reach each other (a node that leads to itself included), each in the order of `ids`. */
export function loops(ids: readonly string[], next: (id: string) => readonly string[]): string[][] {
  const members = new Set(ids)
  const finder = new LoopFinder((id) => next(id).filter((to) => members.has(to)))
  for (const id of ids) finder.walk(id)
  const order = new Map(ids.map((id, index) => [id, index]))
  const place = (id: string): number => order.get(id) ?? 0
  return finder.found
    .map((loop) => loop.sort((a, b) => place(a) - place(b)))
    .sort((a, b) => place(a[0] ?? '') - place(b[0] ?? ''))
}

/** Tarjan's strongly connected components, without recursion: a journey may be a chain of thousands. */
class LoopFinder {
  readonly found: string[][] = []
  readonly #next: (id: string) => readonly string[]
  readonly #index = new Map<string, number>()
  readonly #low = new Map<string, number>()
  readonly #stack: string[] = []
  readonly #stacked = new Set<string>()

  constructor(next: (id: string) => readonly string[]) {
    this.#next = next
  }

  walk(root: string): void {
    if (this.#index.has(root)) return
    const path = [this.#enter(root)]
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const to = visit.next[visit.at++]
      if (to === undefined) {
        path.pop()
        this.#leave(visit)
        const parent = path.at(-1)
        if (parent) this.#lower(parent.id, this.#low.get(visit.id))
      } else if (!this.#index.has(to)) path.push(this.#enter(to))
      else if (this.#stacked.has(to)) this.#lower(visit.id, this.#index.get(to))
    }
  }

  #enter(id: string): Visit {
    const index = this.#index.size
    this.#index.set(id, index)
    this.#low.set(id, index)
    this.#stack.push(id)
    this.#stacked.add(id)
    return { id, next: this.#next(id), at: 0 }
  }

  #leave({ id, next }: Visit): void {
    if (this.#low.get(id) !== this.#index.get(id)) return
    const loop = this.#stack.splice(this.#stack.lastIndexOf(id))
    for (const member of loop) this.#stacked.delete(member)
    if (loop.length > 1 || next.includes(id)) this.found.push(loop)
  }

  #lower(id: string, to: number | undefined): void {
    const low = this.#low.get(id)
    if (low !== undefined && to !== undefined && to < low) this.#low.set(id, to)
  }
}

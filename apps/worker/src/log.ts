/** Writes one line to stderr. Ids and causes only: nothing that belongs to a contact. */
export function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

/** Like `log`, but says the same thing at most once in `quietMs`, and then how often it was said in between. */
export function quietLog({ quietMs = 30_000, write = log, now = Date.now } = {}): (line: string) => void {
  const said = new Map<string, { at: number; more: number }>()
  return (line) => {
    const last = said.get(line)
    if (last !== undefined && now() < last.at + quietMs) {
      last.more++
      return
    }
    if (said.size > 1000) said.clear()
    said.set(line, { at: now(), more: 0 })
    write(last === undefined || last.more === 0 ? line : `${line} (and ${last.more} more)`)
  }
}

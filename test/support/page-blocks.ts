/** A fenced block that names its file: a whole file, or a diff of a few lines. */
export interface PageBlock {
  readonly language: string
  readonly file: string
  readonly text: string
}

/** The blocks of a page whose fence names a file, in order. */
export function blocksOf(page: string): PageBlock[] {
  const fences = page.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)
  return Array.from(fences, ([, language = '', file = '', text = '']) => ({ language, file, text }))
}

/** Applies one hunk without line numbers; throws unless its old lines stand in the text exactly once. */
export function patch(source: string, hunk: string): string {
  const lines = hunk.split('\n').slice(0, -1)
  const kept = (sign: string): string =>
    lines
      .filter((line) => line.startsWith(' ') || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const parts = source.split(kept('-'))
  if (parts.length !== 2) throw new Error(`The page changes lines that are not there:\n${kept('-')}`)
  return parts.join(kept('+'))
}

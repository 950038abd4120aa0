import { say } from './text.js'

/** @typedef {import('./text.js').Text} Text */
/** @typedef {ReturnType<typeof stepList>} StepList */

/**
 * A list of steps that a person can follow: one line for each that is done, and on a terminal a last line with those
 * under way.
 * @param {NodeJS.WriteStream} [out]
 */
export function stepList(out = process.stdout) {
  /** @type {Set<string>} */
  const underWay = new Set()
  const drawn = () => {
    if (!out.isTTY) return
    const line = underWay.size > 0 ? `  … ${[...underWay].join(', ')}`.slice(0, (out.columns || 80) - 1) : ''
    out.write(`\r\u001b[K${line}`)
  }
  const print = (/** @type {string} */ line) => {
    out.write(`${out.isTTY ? '\r\u001b[K' : ''}${line}\n`)
    drawn()
  }
  return {
    /**
     * Does a step; its result may be told in a few words.
     * @template T
     * @param {Text} title
     * @param {(tell: (words: string) => void) => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(title, work) {
      const name = say(title)
      const began = Date.now()
      let told = ''
      underWay.add(name)
      drawn()
      try {
        const result = await work((words) => {
          told = words
        })
        underWay.delete(name)
        const took = Date.now() - began
        print(`  ✓ ${name}${told && `: ${told}`}${took >= 1000 ? ` (${(took / 1000).toFixed(1)} s)` : ''}`)
        return result
      } catch (error) {
        underWay.delete(name)
        print(`  ✗ ${name}`)
        throw error
      }
    },
    /** @param {Text} text */
    tell: (text) => print(say(text)),
  }
}

import { say } from './text.js'

/** A fault of the world: one sentence that says what to do, printed alone, with exit code 1. */
export class Fault extends Error {
  /**
   * @param {import('./text.js').Text} text
   * @param {{ cause?: unknown, detail?: string }} [more] `detail` is printed below the sentence, such as the end of a log.
   */
  constructor(text, more = {}) {
    super(say(text), { cause: more.cause })
    this.name = 'Fault'
    this.detail = more.detail
  }
}

/**
 * The system's error code of an unknown error, such as `ENOSPC`.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

import { explain } from './explain.js'
import { say } from './text.js'

/** @type {Record<string, () => Promise<(args: string[]) => Promise<number>>>} */
const commands = {
  start: async () => (await import('./start.js')).start,
  repair: async () => (await import('./repair.js')).repair,
  test: async () => (await import('./test.js')).test,
  check: async () => (await import('./check.js')).check,
  bench: async () => (await import('./bench.js')).bench,
}

/**
 * Runs a command of the command line and ends this process with its exit code.
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function runCommand(name = 'start', args) {
  // whoever read our output may be gone before us, as npm is when a whole group is told to stop
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (!Object.hasOwn(commands, name)) {
    const known = Object.keys(commands).join(' | ')
    console.error(say({ en: `Usage: millrace ${known}`, zh: `用法：millrace ${known}` }))
    process.exit(1)
  }
  try {
    const command = await commands[name]?.()
    process.exit(await command?.(args))
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

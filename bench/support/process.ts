import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const ROOT = new URL('../..', import.meta.url).pathname

/** A program of ours beside the benchmark; its errors go to ours. */
export interface Program extends AsyncDisposable {
  readonly child: ChildProcess
  /** The next line that it prints. */
  line(): Promise<string>
}

/** Starts `file` (from the project's root) under the same Node. */
export function startProgram(file: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    async line() {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${file} ended.`)
      return value
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const runFile = z.object({
  processes: z.array(z.object({ name: z.string(), pid: z.number().int() })),
  temporal: z.object({ metricsUrl: z.string().optional() }).optional(),
})

/** What the launcher says it runs. */
export type RunFile = z.infer<typeof runFile>

/** Reads the launcher's file; null where there is none, or while it is being replaced. */
export async function readRunFile(path: string | null): Promise<RunFile | null> {
  if (path === null) return null
  try {
    return runFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

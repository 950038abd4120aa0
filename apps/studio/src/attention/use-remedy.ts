import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import type { Remedy } from '../api/enrolments.ts'
import { keys } from '../api/keys.ts'

const AT_ONCE = 6

/** What became of several at once. */
export interface RemedyResult {
  readonly done: number
  readonly failures: readonly unknown[]
}

async function remedyAll(ids: readonly string[], remedy: Remedy): Promise<RemedyResult> {
  const failures: unknown[] = []
  const left = [...ids]
  const worker = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      await api.enrolments.remedy(id, remedy).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { done: ids.length - failures.length, failures }
}

/** Retries, skips or takes out some enrolments; one that fails never stops the others. */
export function useRemedy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, remedy }: { ids: readonly string[]; remedy: Remedy }) => remedyAll(ids, remedy),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.enrolments })
      await client.invalidateQueries({ queryKey: keys.journeys })
    },
  })
}

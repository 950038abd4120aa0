import { useQueries, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { Problem } from '../api/problem.ts'
import { LIVE } from '../app/query-client.ts'
import { usePages } from '../ui/use-pages.ts'
import type { Trace } from './merge-timeline.ts'

const TRACES = 30

/** A contact with what it holds. */
export const useContact = (id: string) =>
  useQuery({
    queryKey: keys.contact(id),
    queryFn: () => api.contacts.find(id),
    // Who is not there will not come by asking.
    refetchInterval: ({ state }) =>
      state.error instanceof Problem && state.error.status === 404 ? false : LIVE,
  })

/** The contact's runs through journeys, newest first. */
export const useEnrolments = (id: string) =>
  useQuery({
    queryKey: [...keys.enrolments, 'of', id],
    queryFn: () => api.enrolments.list({ contact: id, limit: 100 }),
    refetchInterval: LIVE,
  })

/** The traces of the newest enrolments; only those still open are asked for again and again. */
export function useTraces(contact: string): readonly Trace[] {
  const { data } = useEnrolments(contact)
  const enrolments = data?.items.slice(0, TRACES) ?? []
  const results = useQueries({
    queries: enrolments.map(({ id, state }) => ({
      queryKey: [...keys.enrolments, id, 'trace', state === 'completed' || state === 'exited'],
      queryFn: () => api.enrolments.trace(id),
      refetchInterval: state === 'completed' || state === 'exited' ? (false as const) : LIVE,
    })),
  })
  return enrolments.map((enrolment, index) => ({ enrolment, steps: results[index]?.data?.items ?? [] }))
}

/** The contact's events, newest first. */
export const useEvents = (id: string) =>
  usePages({
    key: [...keys.contact(id), 'events'],
    read: (cursor) => api.contacts.events(id, { limit: 50, ...(cursor ? { cursor } : {}) }),
    live: true,
  })

/** What was sent to the contact, newest first. */
export const useMessages = (id: string) =>
  usePages({
    key: [...keys.deliveries, 'of', id],
    read: (cursor) => api.deliveries.list({ contact: id, limit: 50, ...(cursor ? { cursor } : {}) }),
    live: true,
  })

/** The contact's points ledger, newest first. */
export const usePoints = (id: string) =>
  useQuery({
    queryKey: [...keys.contact(id), 'points'],
    queryFn: () => api.contacts.points(id),
    refetchInterval: LIVE,
  })

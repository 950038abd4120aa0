/** Query keys, so that a change can name what it makes stale. */
export const keys = {
  journeys: ['journeys'] as const,
  journey: (id: string) => ['journeys', id] as const,
  journeyCounts: (id: string) => ['journeys', id, 'counts'] as const,
  contacts: ['contacts'] as const,
  contactList: (search: string) => ['contacts', 'list', search] as const,
  contact: (id: string) => ['contacts', 'one', id] as const,
  enrolments: ['enrolments'] as const,
  coupons: ['coupons'] as const,
  deliveries: ['deliveries'] as const,
  meta: ['meta'] as const,
}

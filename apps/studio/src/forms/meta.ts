import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'

/** An attribute of contacts; its type is what was declared, else text. */
export interface AttributeInfo {
  readonly name: string
  readonly type: string
}

/** A coupon that can be granted. */
export interface CouponInfo {
  readonly id: string
  readonly name: string
  readonly stock: number | null
}

/** What the installation offers to forms and to the check. */
export interface FormMeta {
  readonly channels: readonly string[]
  readonly eventTypes: readonly string[]
  readonly attributes: readonly AttributeInfo[]
  readonly coupons: readonly CouponInfo[]
}

const nothing: FormMeta = { channels: [], eventTypes: [], attributes: [], coupons: [] }

/** What the installation offers, and whether it is known yet. */
export function useMeta(): FormMeta & { readonly known: boolean } {
  const { data } = useQuery({
    queryKey: keys.meta,
    queryFn: api.meta.find,
    select: readMeta,
    staleTime: 10_000,
  })
  return { ...(data ?? nothing), known: data !== undefined }
}

/** What a form suggests, from an answer that may name attributes with or without their types. */
export function readMeta(meta: {
  readonly channels: readonly string[]
  readonly eventTypes: readonly string[]
  readonly attributes: readonly (string | { readonly name: string; readonly type?: string | null })[]
  readonly coupons: readonly { readonly id: string; readonly name: string; readonly stock?: number | null }[]
}): FormMeta {
  return {
    channels: meta.channels,
    eventTypes: meta.eventTypes,
    attributes: meta.attributes.map((attribute) =>
      typeof attribute === 'string'
        ? { name: attribute, type: 'text' }
        : { name: attribute.name, type: attribute.type ?? 'text' },
    ),
    coupons: meta.coupons.map(({ id, name, stock }) => ({ id, name, stock: stock ?? null })),
  }
}

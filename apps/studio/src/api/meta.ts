import { request } from './http.ts'

/** What the workspace holds, as suggestions for forms. */
export interface Meta {
  readonly channels: readonly string[]
  readonly eventTypes: readonly string[]
  readonly attributes: readonly { readonly name: string; readonly type: string }[]
  readonly coupons: readonly {
    readonly id: string
    readonly name: string
    readonly stock: number | null
  }[]
}

/** Routes of /api/meta. */
export const meta = {
  find: () => request<Meta>('GET', '/meta'),
}

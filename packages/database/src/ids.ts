import { v4, v7 } from 'uuid'

/** A UUIDv7: rows made together lie together. */
export const newId = (): string => v7()

/** A random UUID, for ids that must tell nothing, not even when they were made. */
export const randomId = (): string => v4()

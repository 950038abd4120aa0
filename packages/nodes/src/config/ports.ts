import type { PortInfo } from '../define-node.ts'

/** The port of a node with one way on. */
export const NEXT: PortInfo = { id: 'next', label: { zh: '下一步', en: 'Next' } }

import type { Edge, Node } from '@xyflow/react'
import type { JourneyNode, Point } from '../document/parts.ts'

/** A node as React Flow holds it; the very same object as long as its part of the document is. */
export type FlowNode = Node<{ readonly node: JourneyNode }, 'journey'>

/** An edge as React Flow holds it, with the line it takes while nobody drags its ends. */
export type FlowEdge = Edge<{ readonly line: readonly Point[] | null; readonly port: string }, 'journey'>

/** The one in-port. */
export const IN = 'in'

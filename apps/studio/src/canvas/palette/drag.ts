const TYPE = 'application/x-millrace-node'

/** Marks a drag as one of a node of this kind. */
export function dragKind(transfer: DataTransfer, kind: string): void {
  transfer.setData(TYPE, kind)
  transfer.effectAllowed = 'move'
}

/** The kind of node that is dropped; null for anything else. */
export function draggedKind(transfer: DataTransfer): string | null {
  return transfer.getData(TYPE) || null
}

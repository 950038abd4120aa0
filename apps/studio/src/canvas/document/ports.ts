import type { PortInfo } from '@millrace/nodes'

export { portsOf } from '@millrace/nodes'

/** Ports drawn in the row, in order; the failure ports sit beside it. */
export function rowPorts(ports: readonly PortInfo[]): readonly PortInfo[] {
  return ports.filter((port) => port.failure !== true)
}

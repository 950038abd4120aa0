import { hostname, networkInterfaces } from 'node:os'

/** Whether only this machine can reach a server bound to `host`. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

/** The host names a request may name: a page of a stranger that points its own name at us (DNS rebinding) is none. */
export function ownHosts(host: string, named: readonly string[]): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]', host, ...named]
  if (!isLoopback(host)) {
    names.push(hostname())
    for (const address of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
      names.push(address.family === 'IPv6' ? `[${address.address}]` : address.address)
    }
  }
  return new Set(names.map((name) => name.toLowerCase()))
}

/** The host name in a `Host` header, without its port. */
export function hostName(header: string): string {
  return header.replace(/:\d+$/, '').toLowerCase()
}

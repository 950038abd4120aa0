import { Client, Connection } from '@temporalio/client'

/** The server that the suite has started. */
export function sharedTemporal(): { address: string; metricsUrl: string } {
  const { MILLRACE_TEST_TEMPORAL: address, MILLRACE_TEST_TEMPORAL_METRICS: metricsUrl } = process.env
  if (!address || !metricsUrl) throw new Error('The set-up of the suite has not started Temporal.')
  return { address, metricsUrl }
}

/** A client of a server, closed on dispose. */
export async function temporalClient(address: string): Promise<{ client: Client } & AsyncDisposable> {
  const connection = await Connection.connect({ address })
  return { client: new Client({ connection }), [Symbol.asyncDispose]: () => connection.close() }
}

/** Sized for a laptop that also runs Temporal, the API and the worker; a production server is set by `DATABASE_URL`. */
const laptop = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  io_method: 'sync',
  max_wal_size: '1GB',
  jit: 'off',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * The command-line settings of a cluster; one that is not durable may lose its data with the machine, for tests.
 * @param {{ port: number, durable: boolean, settings?: Record<string, string> | undefined }} options
 */
export function settingsOf({ port, durable, settings }) {
  const all = { ...laptop, ...(durable ? {} : forgetful), ...settings, port: String(port) }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

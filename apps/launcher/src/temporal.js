export { temporalCli } from './temporal-cli.js'
export { startTemporal } from './temporal-server.js'

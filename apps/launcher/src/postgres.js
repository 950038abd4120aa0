export { postgresBinaries } from './postgres-binaries.js'
export { startCluster } from './postgres-cluster.js'

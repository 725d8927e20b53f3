export { type Relay, type RelayOptions, rebuildWarehouse, startRelay } from './relay.ts'

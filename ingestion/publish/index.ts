export { type Relay, type RelayOptions, replayPublications, startRelay } from './relay.ts'

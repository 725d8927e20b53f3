export { type ContextToken, readContextToken, signContextToken } from './gateway/context-token.ts'
export { createDelegate, type DelegateOptions } from './gateway/delegate.ts'
export {
  createGateway,
  type GatewayOptions,
  type StartedCompiler,
  startCompiler,
} from './gateway/gateway.ts'
export { GatewayError } from './gateway/gateway-error.ts'
export { RollupJobs } from './gateway/rollup-jobs.ts'
export { contextKey } from './gateway/security-context.ts'
export type {
  CubeFilter,
  CubeQuery,
  Endpoint,
  Gateway,
  GatewayRequest,
  GatewayResponse,
  LoadOptions,
  LoadResult,
  QueryEngine,
  Row,
  SecurityContext,
} from './gateway/types.ts'
export type { Authorization } from './live/conversation.ts'
export { openSockets, type SocketLimits, type Sockets } from './live/open-sockets.ts'

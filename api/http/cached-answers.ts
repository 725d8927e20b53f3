import type { IncomingMessage, ServerResponse } from 'node:http'
import type { System } from '../instance/system.ts'
import { publicAnswerKey } from '../routes/cube.ts'
import type { Metrics } from '../routes/health.ts'
import { dataHeaders } from './security-headers.ts'

const PATH = '/cubejs-api/v1/load'

/**
 * Answers what anybody may know and the gateway still has, before the application is asked: most requests of public
 * pages. Whoever brings a cookie or a token goes the whole way. False when the request is not one of these.
 */
export function cachedAnswers(system: System, metrics: Metrics) {
  const fixed = dataHeaders({ secure: system.config.publicUrl.startsWith('https:') })
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { url = '', method, headers } = request
    if (method !== 'GET' || !url.startsWith(PATH) || url.charCodeAt(PATH.length) !== 63 /* ? */) return false
    if (headers.cookie !== undefined || headers.authorization !== undefined) return false
    if (headers['x-cube-authorization'] !== undefined) return false
    const answer = system.gateway.lookup(publicAnswerKey(url.slice(PATH.length)), headers['if-none-match'])
    if (!answer) return false
    response.writeHead(answer.status, { ...fixed, ...answer.headers })
    response.end(answer.status === 304 ? undefined : answer.body)
    metrics.observe(PATH, method, answer.status, 0)
    return true
  }
}

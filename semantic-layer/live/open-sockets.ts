import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Gateway } from '../gateway/types.ts'
import { type Authorization, Conversation } from './conversation.ts'
import { paced } from './paced.ts'
import { turns } from './turns.ts'

export interface SocketOptions {
  readonly gateway: Gateway
  /** Called with each connection's request; refuses the connection, or tells who its tokens are. */
  accept(request: IncomingMessage): ((token: string | null) => Promise<Authorization | null>) | Refusal
  /** Tells of every change of the figures, until the function that it returns is called. */
  onChange(listener: () => void): () => void
  readonly onError: (error: unknown) => void
  readonly limits?: Partial<SocketLimits>
}

export interface Refusal {
  readonly status: 403 | 429
}

export interface SocketLimits {
  /** Connections at a time. */
  readonly connections: number
  /** Bytes of one message; longer ones close the connection with 1009, which Cube's transport tells its callers. */
  readonly messageBytes: number
  readonly messagesPerSecond: number
  /** Queries that run at a time, of one connection and of all. A publication asks every subscription anew: pages and the
   * HTTP interface must be answered meanwhile, and a connection with few subscriptions beside those with many. */
  readonly queriesEach: number
  readonly queries: number
  /** Between pings; who has not answered the last one by the next is cut off. */
  readonly pingMs: number
  /** For the first authorization, and for an answer to leave. */
  readonly patienceMs: number
  /** Changes within so much time are told together. */
  readonly gatherMs: number
}

const LIMITS: SocketLimits = {
  connections: 2000,
  messageBytes: 256 * 1024,
  messagesPerSecond: 50,
  queriesEach: 2,
  queries: 8,
  pingMs: 30_000,
  patienceMs: 30_000,
  gatherMs: 50,
}

const PATH = /^\/cubejs-api(\/[\w/.-]*)?$/
const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008

export interface Sockets {
  /** Takes no new connections and ends those that are open. */
  close(): Promise<void>
}

/** Serves Cube's WebSocket protocol on a server's upgrade requests under /cubejs-api. */
export function openSockets(server: Server, options: SocketOptions): Sockets {
  const limits = { ...LIMITS, ...options.limits }
  const door = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    clientTracking: true,
  })
  const conversations = new Set<Conversation>()
  const allTurns = turns(limits.queries)
  let closed = false
  let gathering: NodeJS.Timeout | null = null
  const stopListening = options.onChange(() => {
    gathering ??= setTimeout(() => {
      gathering = null
      for (const conversation of conversations) conversation.refresh().catch(options.onError)
    }, limits.gatherMs)
  })
  const pings = setInterval(() => {
    for (const socket of door.clients) ping(socket)
    // A session, role or token that ends takes the subscriptions with it within two turns.
    for (const conversation of conversations) conversation.recheck().catch(options.onError)
  }, limits.pingMs)
  pings.unref()

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => {})
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (!PATH.test(path)) return refuse(stream, 404)
    if (closed || door.clients.size >= limits.connections) return refuse(stream, 503)
    const authorize = options.accept(request)
    if (typeof authorize !== 'function') return refuse(stream, authorize.status)
    door.handleUpgrade(request, stream, head, socket => serve(socket, authorize))
  }
  server.on('upgrade', upgrade)

  function serve(
    socket: WebSocket,
    authorize: (token: string | null) => Promise<Authorization | null>,
  ): void {
    const ownTurns = turns(limits.queriesEach)
    const conversation = new Conversation({
      id: randomUUID(),
      respond: request => ownTurns(() => allTurns(() => options.gateway.respond(request))),
      authorize,
      send: parts => sendTo(socket, parts, limits.patienceMs),
      onError: options.onError,
    })
    conversations.add(conversation)
    const late = setTimeout(() => {
      if (!conversation.authorized) socket.close(POLICY_VIOLATION, 'not authorized in time')
    }, limits.patienceMs)
    const pace = paced(socket, limits.messagesPerSecond, text => void conversation.receive(text))
    socket.on('message', (data, binary) => {
      if (binary) socket.close(POLICY_VIOLATION, 'messages are text')
      else if (!pace(String(data))) socket.close(POLICY_VIOLATION, 'too many messages')
    })
    socket.on('pong', () => answered.add(socket))
    answered.add(socket)
    // ws closes the connection itself after an error.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(late)
      conversation.close()
      conversations.delete(conversation)
    })
  }

  return {
    close: async () => {
      closed = true
      stopListening()
      clearInterval(pings)
      if (gathering) clearTimeout(gathering)
      server.off('upgrade', upgrade)
      for (const socket of door.clients) socket.close(GOING_AWAY, 'the server stops')
      const cut = setTimeout(() => {
        for (const socket of door.clients) socket.terminate()
      }, 1000)
      await new Promise<void>(resolve => door.close(() => resolve()))
      clearTimeout(cut)
    },
  }
}

/** Who has answered the last ping. */
const answered = new WeakSet<WebSocket>()

function ping(socket: WebSocket): void {
  if (answered.delete(socket)) socket.ping()
  else socket.terminate()
}

/** One text message of several parts, so that a large answer is not copied together. A reader who takes nothing for so
 * long is cut off: what waits for him would fill the memory. */
function sendTo(socket: WebSocket, parts: readonly (string | Buffer)[], patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stuck = setTimeout(() => socket.terminate(), patienceMs)
    const last = parts.length - 1
    for (const [index, part] of parts.entries())
      socket.send(part, { binary: false, fin: index === last }, error => {
        if (index < last && !error) return
        clearTimeout(stuck)
        if (error) reject(error)
        else resolve()
      })
  })
}

const REASONS = { 403: 'Forbidden', 404: 'Not Found', 429: 'Too Many Requests', 503: 'Service Unavailable' }

function refuse(stream: Duplex, status: keyof typeof REASONS): void {
  const body = JSON.stringify({ error: REASONS[status] })
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
  ]
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

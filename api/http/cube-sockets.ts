import type { IncomingMessage, Server } from 'node:http'
import { type Authorization, openSockets, type Sockets } from '../../semantic-layer/index.ts'
import type { System } from '../instance/system.ts'
import { hasSessionCookie } from './caller.ts'
import { callerOfCubeToken, cubeCaller, givenToken } from './cube-caller.ts'

/** Connections of one address at a time; people behind one office's address share it. */
const MAX_PER_ADDRESS = 200

/** Cube's WebSocket protocol on the server's port: subscriptions are told of each publication that changes their answer. */
export function cubeSockets(server: Server, system: System): Sockets {
  const options = {
    db: system.db,
    authentication: system.authentication,
    secret: system.secret,
    now: () => system.now(),
    requireSecondFactor: system.config.requireSecondFactor,
  }
  const perAddress = new Map<string, number>()

  /** Counts a connection of an address until it closes; false when it has too many. */
  function admit({ socket }: IncomingMessage): boolean {
    if (!system.config.rateLimit) return true
    const address = socket.remoteAddress ?? ''
    const open = perAddress.get(address) ?? 0
    if (open >= MAX_PER_ADDRESS) return false
    perAddress.set(address, open + 1)
    socket.once('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1
      if (left > 0) perAddress.set(address, left)
      else perAddress.delete(address)
    })
    return true
  }

  return openSockets(server, {
    gateway: system.gateway,
    onChange: listener => system.onFiguresChanged(listener),
    onError: error =>
      system.log(`subscriptions: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    accept: request => {
      const headers = headersOf(request)
      if (hasSessionCookie(headers) && !isOwnPage(request, system.config.publicUrl)) return { status: 403 }
      if (!admit(request)) return { status: 429 }
      let hadSession = false
      return async (token): Promise<Authorization | null> => {
        const given = token === null ? null : givenToken(token.replace(/^Bearer /i, ''))
        const caller =
          given === null ? await cubeCaller(headers, options) : await callerOfCubeToken(given, options)
        if (!caller || given !== null) return caller
        // Who has signed out must not go on as somebody else.
        if (hadSession && caller.csrfToken === null) return null
        hadSession ||= caller.csrfToken !== null
        return caller
      }
    },
  })
}

/** A browser sends the cookie from any site's page, and names the page's site; programs name none. */
function isOwnPage({ headers: { origin, host } }: IncomingMessage, publicUrl: string): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(publicUrl).origin)
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'authorization', 'x-cube-authorization', 'user-agent']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

import type { TokenScope } from '../../domain/index.ts'
import type { SecurityContext } from '../../semantic-layer/index.ts'
import type { Actor } from '../../services/index.ts'

/** The session of a caller who came with a cookie. */
export interface CallerSession {
  readonly id: string
  readonly openedAt: Date
  /** When the person last showed, in this session, that it is still them. */
  readonly confirmedAt: Date | null
  /** Both factors were shown. */
  readonly strong: boolean
}

export interface Caller {
  readonly actor: Actor
  readonly via: 'cookie' | 'bearer' | 'local'
  /** Only of a session with a cookie. */
  readonly csrfToken: string | null
  readonly session: CallerSession | null
  /** What a bearer token may be used for; null where nothing but the roles limits the caller. */
  readonly scopes: readonly TokenScope[] | null
  /** Has a role of the county and has not shown the second factor that it asks for. */
  readonly lacksFactor: boolean
}

/** Who asks over Cube's protocol, and what he may see. */
export interface CubeCaller {
  readonly context: SecurityContext
  /** Milliseconds since 1970; null when it is looked up anew at each request. */
  readonly expiresAt: number | null
  /** Publication that a token names, to read as of. */
  readonly asOf?: number | undefined
  /** Only of a session with a cookie. */
  readonly csrfToken: string | null
}

/** What our middleware puts beside each request. */
export interface AppEnv {
  Bindings: {
    /** Set by the local socket's server only: whoever can open the socket owns the data folder. */
    local?: boolean
    incoming?: { socket: { remoteAddress?: string } }
  }
  Variables: {
    nonce: string
    caller: () => Promise<Caller | null>
    /** Of the routes of Cube's protocol. */
    cube: CubeCaller
  }
}

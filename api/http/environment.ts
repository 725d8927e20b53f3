import type { Actor } from '../../services/index.ts'

export interface Caller {
  readonly actor: Actor
  readonly via: 'cookie' | 'bearer' | 'local'
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
  }
}

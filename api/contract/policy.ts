import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import { ROLES, type Role, type TokenScope } from '../../domain/index.ts'

/** Who may call a route at all; which rows they then see is decided by the service with the caller's organisations. */
export type Policy =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in'; readonly scope?: TokenScope | null }
  | { readonly kind: 'roles'; readonly roles: readonly Role[]; readonly scope?: TokenScope | null }
  /** Cube's protocol, with its own kinds of tokens and errors; null: whoever the models' policies let see something. */
  | { readonly kind: 'cube'; readonly group: 'county' | null; readonly changes: boolean }
  /** Only over the local socket in the data folder, by whoever can open that file. */
  | { readonly kind: 'local' }

export const anyone: Policy = { kind: 'public' }
export const signedIn: Policy = { kind: 'signed-in' }
/** For what guards the account itself (password, sessions, tokens): a token must not be able to make itself a longer life. */
export const ownSession: Policy = { kind: 'signed-in', scope: null }
export const local: Policy = { kind: 'local' }
export const cubeReader: Policy = { kind: 'cube', group: null, changes: false }
/** Stops or starts something, so that a cookie needs the CSRF token. */
export const cubeChange: Policy = { kind: 'cube', group: null, changes: true }
export const cubeOffice: Policy = { kind: 'cube', group: 'county', changes: true }
export const only = (...roles: Role[]): Policy => ({ kind: 'roles', roles })

/** The same policy, with the scope that an API token needs for it where the usual one does not fit; null: none will do. */
export function forTokens(scope: TokenScope | null, policy: Policy): Policy {
  if (policy.kind !== 'signed-in' && policy.kind !== 'roles') throw new Error('a policy without tokens')
  return { ...policy, scope }
}

const REPORTING: readonly Role[] = ['reporter', 'approver']

/**
 * What a token needs for a route that names no scope. Reading is one scope. A command of roles is filing where institutions'
 * roles are among them, else the office's. A command that only needs an account is closed to tokens until its route says otherwise.
 */
function usualScope(method: string, policy: Policy): TokenScope | null {
  if (/^(get|head)$/i.test(method)) return 'read'
  if (policy.kind !== 'roles') return null
  return policy.roles.some(role => REPORTING.includes(role)) ? 'report' : 'office'
}
/** Which rows a route reaches behind its policy: these roles all of them, the others only their own. */
export interface Rows {
  readonly all: readonly Role[]
}

/** Nobody's in particular: whoever may call the route reaches them all. */
export const everyRow: Rows = { all: ROLES }
/** A person's own, which nobody else reaches. */
export const ownRows: Rows = { all: [] }

/** Paths about the caller's own account, session and inbox. */
const OWN_PATHS = /^\/api\/(session|account|me|notifications)(\/|$)/

/**
 * What somebody reaches whose role asks for a second factor that was not shown: the own session, and what sets a factor up or
 * takes away what lets in. Everything else, the account's address and new tokens among it, waits.
 */
const WITHOUT_FACTOR: ReadonlySet<string> = new Set([
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/account',
  'POST /api/account/confirmation',
  'POST /api/account/password',
  'GET /api/account/sessions',
  'DELETE /api/account/sessions',
  'DELETE /api/account/sessions/:id',
  'GET /api/account/tokens',
  'DELETE /api/account/tokens/:id',
  'GET /api/account/totp',
  'POST /api/account/totp',
  'POST /api/account/totp/confirm',
  'GET /api/account/passkeys',
  'POST /api/account/passkeys',
  'POST /api/account/passkeys/options',
  'GET /api/account/links',
  'POST /api/account/links',
])

/** The path as it was declared. */
export const isOpenWithoutFactor = (method: string, path: string): boolean =>
  WITHOUT_FACTOR.has(`${method.toUpperCase()} ${path}`)

/** An auditor reads everything and changes nothing but what is the own, whatever the route says. */
export const isClosedToAuditors = (method: string, path: string): boolean =>
  !SAFE_METHODS.has(method) && !OWN_PATHS.test(path)

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

interface Declared {
  readonly method: string
  /** As Hono writes it, parameters with a colon. */
  readonly path: string
  readonly policy: Policy
  /** Null where a route has no rows that belong to somebody. */
  readonly rows: Rows | null
}

const declared = new Map<string, Declared>()

function declare(method: string, path: string, given: Policy, rows: Rows | null): void {
  const policy =
    (given.kind === 'signed-in' || given.kind === 'roles') && given.scope === undefined
      ? forTokens(usualScope(method, given), given)
      : given
  const found = { method: method.toUpperCase(), path: path.replaceAll(/\{(\w+)\}/g, ':$1'), policy, rows }
  declared.set(`${found.method} ${found.path}`, found)
}

/** Declares a route of the API together with its policy. A route without one is refused by the server and fails a test. */
export function route<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  policy: Policy,
  config: R,
  rows: Rows | null = null,
) {
  declare(config.method, config.path, policy, rows)
  return createRoute<P, R>(config)
}

/** Declares the policy of a route that is not part of the OpenAPI document (pages, files of the browser). */
export function declarePolicy(method: string, path: string, policy: Policy): void {
  declare(method, path, policy, null)
}

export const policyOf = (method: string, path: string): Policy | undefined =>
  declared.get(`${method.toUpperCase()} ${path}`)?.policy

export const declaredRoutes = (): Declared[] => [...declared.values()]

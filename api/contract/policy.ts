import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import type { Role } from '../../domain/index.ts'

/** Who may call a route at all; which rows they then see is decided by the service with the caller's organisations. */
export type Policy =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  /** Cube's protocol, with its own kinds of tokens and errors; null: whoever the models' policies let see something. */
  | { readonly kind: 'cube'; readonly group: 'county' | null; readonly changes: boolean }
  /** Only over the local socket in the data folder, by whoever can open that file. */
  | { readonly kind: 'local' }

export const anyone: Policy = { kind: 'public' }
export const signedIn: Policy = { kind: 'signed-in' }
export const local: Policy = { kind: 'local' }
export const cubeReader: Policy = { kind: 'cube', group: null, changes: false }
/** Stops or starts something, so that a cookie needs the CSRF token. */
export const cubeChange: Policy = { kind: 'cube', group: null, changes: true }
export const cubeOffice: Policy = { kind: 'cube', group: 'county', changes: true }
export const only = (...roles: Role[]): Policy => ({ kind: 'roles', roles })

const declared = new Map<string, Policy>()

const key = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`

/** Declares a route of the API together with its policy. A route without one is refused by the server and fails a test. */
export function route<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  policy: Policy,
  config: R,
) {
  declared.set(key(config.method, config.path), policy)
  return createRoute<P, R>(config)
}

/** Declares the policy of a route that is not part of the OpenAPI document (pages, files of the browser). */
export function declarePolicy(method: string, path: string, policy: Policy): void {
  declared.set(key(method, path), policy)
}

export const policyOf = (method: string, path: string): Policy | undefined => declared.get(key(method, path))

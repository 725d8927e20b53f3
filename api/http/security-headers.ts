import crypto from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './environment.ts'

const FIXED: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
]
const TRANSPORT = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const
/** What is not a page gets no rights at all, should a browser ever show it as one. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** What `securityHeaders` gives an answer that is data. */
export const dataHeaders = (options: { secure: boolean }): Record<string, string> => ({
  ...Object.fromEntries(FIXED),
  ...(options.secure ? { [TRANSPORT[0]]: TRANSPORT[1] } : {}),
  'content-security-policy': DATA_POLICY,
})

/** Security headers on every answer, and a fresh nonce for the scripts of each page. */
export function securityHeaders(options: { secure: boolean }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of FIXED) headers.set(name, value)
    if (options.secure) headers.set(...TRANSPORT)
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', DATA_POLICY)
  }
}

export const newNonce = (): string => crypto.randomBytes(16).toString('base64')

/** Style attributes are allowed (widths of bars); scripts and style elements need the page's nonce. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

import crypto from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Keyring } from '../../services/index.ts'
import type { AppEnv } from './environment.ts'

const COOKIE = 'open_county.device'
const A_YEAR_SECONDS = 365 * 24 * 3600
/** Accounts that a browser remembers, the last ones; a family shares a computer. */
const MOST_ACCOUNTS = 5
const FORM = /^([\w-]{22})((?:\.[\w-]{22}){1,5})$/

/** A browser in which somebody has signed in before ("device cookies" of OWASP). It proves no identity and replaces no password. */
interface Device {
  readonly nonce: string
  readonly marks: readonly string[]
}

const markOf = (keyring: Keyring, nonce: string, email: string): string =>
  Buffer.from(keyring.mac('known-device', `${nonce} ${email.toLowerCase()}`), 'hex')
    .subarray(0, 16)
    .toString('base64url')

function deviceOf(c: Context<AppEnv>): Device | null {
  const found = FORM.exec(getCookie(c, COOKIE) ?? '')
  return found ? { nonce: found[1] ?? '', marks: (found[2] ?? '').slice(1).split('.') } : null
}

/** A name for this browser together with the account, where it has signed in to it before; else null. */
export function knownDevice(c: Context<AppEnv>, keyring: Keyring, email: string): string | null {
  const device = deviceOf(c)
  return device?.marks.includes(markOf(keyring, device.nonce, email)) ? device.nonce : null
}

/** Remembers that somebody signed in to the account in this browser. */
export function rememberDevice(
  c: Context<AppEnv>,
  options: { readonly keyring: Keyring; readonly secure: boolean },
  email: string,
): void {
  const device = deviceOf(c)
  const nonce = device?.nonce ?? crypto.randomBytes(16).toString('base64url')
  const mark = markOf(options.keyring, nonce, email)
  const marks = [mark, ...(device?.marks ?? []).filter(other => other !== mark)].slice(0, MOST_ACCOUNTS)
  setCookie(c, COOKIE, [nonce, ...marks].join('.'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: options.secure,
    path: '/',
    maxAge: A_YEAR_SECONDS,
  })
}

import type { Keyring } from '../vault/keyring.ts'

/** Pages that mails lead to, in the English slugs: each language's address takes them. */
export const SETTINGS_PAGE = '/inbox/settings'
export const UNSUBSCRIBE_PAGE = '/inbox/unsubscribe'

const PURPOSE = 'unsubscribe'

/** Lets whoever holds the mail end this kind of mail for its reader, and nothing else. Nothing is stored for it. */
export function unsubscribeToken(keyring: Keyring, person: string, kind: string): string {
  const subject = Buffer.from(JSON.stringify([person, kind])).toString('base64url')
  return `${subject}.${keyring.mac(PURPOSE, subject)}`
}

/** Whom and what a token is for; null when we did not make it. */
export function openUnsubscribeToken(
  keyring: Keyring,
  token: string,
): { readonly person: string; readonly kind: string } | null {
  const [subject = '', mac = ''] = token.split('.')
  // The tag has 256 bits: comparing it tells nobody enough to guess it.
  if (subject === '' || keyring.mac(PURPOSE, subject) !== mac) return null
  const [person, kind] = JSON.parse(Buffer.from(subject, 'base64url').toString()) as [string, string]
  return { person, kind }
}

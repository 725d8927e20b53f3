export const PASSWORD_LENGTH = { least: 10, most: 256 } as const

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'like_account'

/**
 * What is wrong with a password that somebody chooses, or null. Length counts, not kinds of characters (NIST SP 800-63B): what
 * is refused beside short ones is what is tried first: the account's own words, a run or a repeated piece, the usual words.
 */
export function passwordFault(
  password: string,
  account: { readonly email: string; readonly name: string },
): PasswordFault | null {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.least) return 'too_short'
  if (length > PASSWORD_LENGTH.most) return 'too_long'
  const plain = simplified(password)
  const [local = '', site = ''] = account.email.split('@')
  const own = [local, site.split('.')[0] ?? '', ...account.name.split(/\s+/)]
  const without = (text: string, words: readonly string[]): string =>
    words.reduce((left, word) => (word.length < 3 ? left : left.replaceAll(word, '')), text)
  const rest = without(plain, own.map(simplified))
  const unusual = without(rest, COMMON)
  if (rest !== plain && unusual.length < 4) return 'like_account'
  if (unusual.length < 4 || new Set(plain).size < 4 || isRun(plain)) return 'too_common'
  return null
}

/** Lower case without diacritics, with the usual disguises of letters taken off, letters and digits only. */
const simplified = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Pieces that most guessed passwords are put together from, in the languages of the county. */
const COMMON = [
  ...['password', 'passw0rd', 'parola', 'jelszo', 'welcome', 'letmein', 'iloveyou', 'administrator', 'admin'],
  ...['qwertyuiop', 'qwertzuiop', 'qwerty', 'qwertz', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'yxcvbnm'],
  ...[
    'szeretlek',
    'teiubesc',
    'romania',
    'hargita',
    'harghita',
    'bucuresti',
    'football',
    'fotbal',
    'monkey',
    'dragon',
  ],
  ...[
    '1234567890',
    '0123456789',
    '123456789',
    '12345678',
    '1234567',
    '123456',
    '12345',
    '1234',
    'abcdef',
    'abc123',
  ],
]

/** Each letter or digit follows the one before it, up or down. */
function isRun(text: string): boolean {
  const steps = new Set<number>()
  for (let at = 1; at < text.length; at++) steps.add(text.charCodeAt(at) - text.charCodeAt(at - 1))
  return steps.size <= 1
}

/** Crockford's base 32: no letter that is taken for a digit (I, L, O), none that makes words (U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 25
const GROUP = 5

/** A code of 125 random bits in groups that can be read out: "7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF5". Takes 25 random bytes. */
export function makeVerificationCode(random: Uint8Array): string {
  if (random.length !== LETTERS) throw new Error(`a code is made of ${LETTERS} bytes`)
  // 256 is a multiple of 32: every letter is as likely.
  const letters = [...random].map(byte => ALPHABET[byte % ALPHABET.length]).join('')
  return inGroups(letters)
}

/** The code as it was issued, whatever way it was typed; null where it can be none. */
export function parseVerificationCode(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s\-–]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isCode = letters.length === LETTERS && [...letters].every(letter => ALPHABET.includes(letter))
  return isCode ? inGroups(letters) : null
}

const inGroups = (letters: string): string =>
  Array.from({ length: LETTERS / GROUP }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP),
  ).join('-')

import { hash, verify } from '@node-rs/argon2'
import { verifyPassword as verifyScrypt } from 'better-auth/crypto'

/** OWASP's Password Storage Cheat Sheet, first choice: argon2id (the library's default) with 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$'

/** One text whatever way its letters were typed: ș may be one code point or two. */
const normal = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normal(password), PARAMETERS)

/** Hashes from before argon2id (scrypt of better-auth) still count. A hash that can't be read fits no password. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return stored.startsWith('$argon2')
      ? await verify(stored, normal(password))
      : await verifyScrypt({ hash: stored, password })
  } catch {
    return false
  }
}

/** Whether the hash is to be made anew when its password is next known. */
export const isOutdatedHash = (stored: string): boolean => !stored.startsWith(CURRENT)

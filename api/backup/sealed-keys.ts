import crypto from 'node:crypto'
import { KEY_BYTES, seal, unseal } from '../../services/index.ts'
import { BackupBroken } from './manifest.ts'

/** Contents of secret files by their name. */
export type Keys = Readonly<Record<string, string>>

const PURPOSE = 'backup keys'

/** Slow on purpose: a passphrase is guessed. */
const keyOf = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
    crypto.scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

export async function sealKeys(keys: Keys, passphrase: string): Promise<{ sealed: string; salt: string }> {
  const salt = crypto.randomBytes(16)
  const sealed = seal(await keyOf(passphrase, salt), PURPOSE, Buffer.from(JSON.stringify(keys)))
  return { sealed: sealed.toString('base64'), salt: salt.toString('base64') }
}

/** Throws BackupBroken for a wrong passphrase. */
export async function openKeys(
  { sealed, salt }: { sealed: string; salt: string },
  passphrase: string,
): Promise<Keys> {
  const key = await keyOf(passphrase, Buffer.from(salt, 'base64'))
  try {
    return JSON.parse(unseal(key, PURPOSE, Buffer.from(sealed, 'base64')).toString()) as Keys
  } catch {
    throw new BackupBroken('BACKUP_PASSPHRASE does not open the keys of this backup.')
  }
}

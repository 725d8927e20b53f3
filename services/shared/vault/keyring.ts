import crypto from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Thrown when a sealed text was changed, or was sealed under another key or for another purpose. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** Seals with a key: iv, tag, ciphertext. What is sealed for one purpose can't be opened for another. */
export function seal(key: Buffer, purpose: string, plain: Buffer): Buffer {
  const iv = crypto.randomBytes(IV_BYTES)
  const cipher = crypto.createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens what seal made. Throws SealBroken. */
export function unseal(key: Buffer, purpose: string, sealed: Buffer): Buffer {
  try {
    const decipher = crypto
      .createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new SealBroken(`what was sealed for "${purpose}" can't be opened`, { cause })
  }
}

/** The installation's master key. It never leaves this object: it wraps the keys of persons and files, and keys hashes. */
export interface Keyring {
  seal(purpose: string, plain: Buffer): Buffer
  unseal(purpose: string, sealed: Buffer): Buffer
  /** Keyed hash, as hex: finds a value again without storing it. */
  mac(purpose: string, value: string): string
}

/** A keyring on a secret of any length; what it does for each purpose is keyed apart. */
export function createKeyring(secret: string): Keyring {
  const derive = (info: string) =>
    Buffer.from(crypto.hkdfSync('sha256', secret, 'open-county', info, KEY_BYTES))
  const sealing = derive('seal')
  const hashing = derive('mac')
  return {
    seal: (purpose, plain) => seal(sealing, purpose, plain),
    unseal: (purpose, sealed) => unseal(sealing, purpose, sealed),
    mac: (purpose, value) =>
      crypto.createHmac('sha256', hashing).update(purpose).update('\0').update(value).digest('hex'),
  }
}

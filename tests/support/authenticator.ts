import crypto from 'node:crypto'

/** An authenticator with one passkey: it stands for a telephone or a security key, which is outside this project. */
export interface Authenticator {
  create(options: CreationOptions, changes?: Changes): Record<string, unknown>
  get(options: RequestOptions, changes?: Changes): Record<string, unknown>
}

interface CreationOptions {
  readonly challenge: string
  readonly rp: { readonly id?: string }
  readonly user: { readonly id: string }
}
interface RequestOptions {
  readonly challenge: string
  readonly rpId?: string
}

/** What an attacker or a careless device would say instead. */
interface Changes {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly userVerified?: boolean
  readonly counter?: number
  readonly userHandle?: string
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED = 0x40

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array): Buffer => crypto.createHash('sha256').update(bytes).digest()

/** CBOR, as much of it as a passkey needs: small integers, strings, bytes and maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (major: number, count: number): Buffer =>
    count < 24
      ? Buffer.from([(major << 5) | count])
      : count < 256
        ? Buffer.from([(major << 5) | 24, count])
        : Buffer.from([(major << 5) | 25, count >> 8, count & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, entry]) => [cbor(key), cbor(entry as string)])
  return Buffer.concat([head(5, value.size), ...entries])
}

export function createAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = crypto.randomBytes(32)
  let counter = 0
  let owner = ''

  const clientData = (type: string, challenge: string, changes: Changes): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: changes.challenge ?? challenge,
        origin: changes.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authenticatorData = (rpId: string, flags: number, changes: Changes, more: Uint8Array): Buffer => {
    counter = changes.counter ?? counter + 1
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    const verified = changes.userVerified === false ? 0 : USER_VERIFIED
    return Buffer.concat([
      sha256(changes.rpId ?? rpId),
      Buffer.from([flags | USER_PRESENT | verified]),
      counted,
      more,
    ])
  }
  const credential = (response: Record<string, unknown>) => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    response,
    clientExtensionResults: {},
  })

  return {
    create: (options, changes = {}) => {
      owner = options.user.id
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)])
      const authData = authenticatorData(options.rp.id ?? '', ATTESTED, changes, attested)
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return credential({
        clientDataJSON: base64url(clientData('webauthn.create', options.challenge, changes)),
        attestationObject: base64url(cbor(attestation)),
        transports: ['internal'],
      })
    },
    get: (options, changes = {}) => {
      const client = clientData('webauthn.get', options.challenge, changes)
      const data = authenticatorData(options.rpId ?? '', 0, changes, Buffer.alloc(0))
      const signature = crypto.sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return credential({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: changes.userHandle ?? owner,
      })
    },
  }
}

import crypto from 'node:crypto'
import forge from 'node-forge'
import { SigningCertificateError, type SigningIdentity, toIdentity } from './signing-identity.ts'

/** Reads a PKCS #12 file. Throws SigningCertificateError, which says what is wrong with it. */
export function readP12(content: Buffer, password: string): SigningIdentity {
  const bags = openBags(content, password)
  const keys = [...bags(forge.pki.oids.pkcs8ShroudedKeyBag), ...bags(forge.pki.oids.keyBag)]
  const [key] = keys
  if (!key) throw new SigningCertificateError('holds no private key')
  // node-forge knows RSA only: other keys and certificates it hands on as they were written.
  const info = key.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key.key)) : key.asn1
  const certificates = bags(forge.pki.oids.certBag).map(bag =>
    toDer(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1),
  )
  return toIdentity(
    crypto.createPrivateKey({ key: toDer(info), format: 'der', type: 'pkcs8' }),
    certificates,
    false,
  )
}

function openBags(content: Buffer, password: string): (type: string | undefined) => forge.pkcs12.Bag[] {
  const file = open(content, password)
  return type => (type ? (file.getBags({ bagType: type })[type] ?? []) : [])
}

function open(content: Buffer, password: string): forge.pkcs12.Pkcs12Pfx {
  try {
    const whole = forge.asn1.fromDer(content.toString('binary'))
    try {
      return read(whole, password)
    } catch (error) {
      if (!(error instanceof Error && /decrypt/i.test(error.message))) throw error
      // The mark of the file was right, so the password is. The newer ciphers (PBES2) take it as UTF-8 where the mark takes
      // UTF-16, and node-forge would give both the same: it reads the content again, without the mark.
      const [version, safe] = whole.value as forge.asn1.Asn1[]
      whole.value = [version, safe] as forge.asn1.Asn1[]
      return read(whole, forge.util.encodeUtf8(password))
    }
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause)
    if (/password/i.test(text))
      throw new SigningCertificateError('does not open with SIGNING_P12_PASSWORD', { cause })
    throw new SigningCertificateError('is no PKCS #12 file', { cause })
  }
}

/** Not strict: real files repeat attributes. */
const read = (file: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx =>
  forge.pkcs12.pkcs12FromAsn1(file, false, password)

const toDer = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary')

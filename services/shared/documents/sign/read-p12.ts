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
  try {
    const file = forge.pkcs12.pkcs12FromAsn1(
      forge.asn1.fromDer(content.toString('binary')),
      // Not strict: real files repeat attributes.
      false,
      password,
    )
    return type => (type ? (file.getBags({ bagType: type })[type] ?? []) : [])
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause)
    if (/password/i.test(text))
      throw new SigningCertificateError('does not open with SIGNING_P12_PASSWORD', { cause })
    throw new SigningCertificateError('is no PKCS #12 file', { cause })
  }
}

const toDer = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary')

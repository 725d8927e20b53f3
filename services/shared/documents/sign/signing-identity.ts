import crypto from 'node:crypto'

/** A certificate with its key: who signs. */
export interface SigningIdentity {
  /** Common name in the certificate. */
  readonly name: string
  readonly privateKey: crypto.KeyObject
  /** DER of the signer's certificate, then of those above it. */
  readonly certificates: readonly Buffer[]
  readonly validFrom: Date
  readonly validTo: Date
  /** Made by this installation: it proves nothing to anyone else. */
  readonly demo: boolean
}

/** A certificate file that can not sign, said so that whoever set it can mend it. */
export class SigningCertificateError extends Error {
  override readonly name = 'SigningCertificateError'
}

/** Puts a key and its certificates together. Throws SigningCertificateError where they can not sign. */
export function toIdentity(
  privateKey: crypto.KeyObject,
  certificates: readonly Buffer[],
  demo: boolean,
): SigningIdentity {
  const parsed = certificates.map(der => new crypto.X509Certificate(der))
  const own = parsed.find(certificate => certificate.checkPrivateKey(privateKey))
  if (!own) throw new SigningCertificateError('holds no certificate that belongs to its key')
  const isKnown =
    privateKey.asymmetricKeyType === 'rsa' ||
    (privateKey.asymmetricKeyType === 'ec' && own.publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1')
  if (!isKnown) throw new SigningCertificateError('has a key that is neither RSA nor on the curve P-256')
  return {
    name: commonName(own),
    privateKey,
    certificates: [own, ...parsed.filter(one => one !== own)].map(one => one.raw),
    validFrom: new Date(own.validFrom),
    validTo: new Date(own.validTo),
    demo,
  }
}

function commonName(certificate: crypto.X509Certificate): string {
  const lines = certificate.subject.split('\n')
  const of = (name: string) => lines.find(line => line.startsWith(`${name}=`))?.slice(name.length + 1)
  return of('CN') ?? of('O') ?? certificate.subject.replaceAll('\n', ', ')
}

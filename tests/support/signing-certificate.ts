import crypto from 'node:crypto'
import forge from 'node-forge'

export interface TestCertificate {
  /** DER of the authority's certificate, which whoever verifies has to trust. */
  readonly authority: Buffer
  readonly p12: Buffer
  readonly password: string
}

const DAY = 86_400_000

/** An authority of its own, and a signer's certificate that it issued, in a PKCS #12 file. */
export function makeSigningCertificate(options: { name: string; at: Date }): TestCertificate {
  const above = keyPair()
  const own = keyPair()
  const from = new Date(options.at.getTime() - DAY)
  const certificate = (serial: string, name: string, key: forge.pki.PublicKey, extensions: object[]) => {
    const made = forge.pki.createCertificate()
    made.serialNumber = serial + crypto.randomBytes(8).toString('hex')
    made.publicKey = key
    made.validity.notBefore = from
    made.validity.notAfter = new Date(from.getTime() + 400 * DAY)
    made.setIssuer(named('Test Authority'))
    made.setSubject(named(name))
    made.setExtensions(extensions)
    made.sign(above.privateKey, forge.md.sha256.create())
    return made
  }
  const authority = certificate('01', 'Test Authority', above.publicKey, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  const signer = certificate('02', options.name, own.publicKey, [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    // The purpose that NSS asks of who signs documents.
    { name: 'extKeyUsage', emailProtection: true },
  ])
  const password = 'pass of the test'
  const p12 = forge.pkcs12.toPkcs12Asn1(own.privateKey, [signer, authority], password, {
    algorithm: 'aes256',
  })
  return { authority: toDer(forge.pki.certificateToAsn1(authority)), p12: toDer(p12), password }
}

const named = (commonName: string) => [
  { name: 'commonName', value: commonName, valueTagClass: forge.asn1.Type.UTF8 as never },
]

/** node-forge makes keys slowly; Node makes them fast. */
function keyPair(): forge.pki.rsa.KeyPair {
  const { privateKey, publicKey } = crypto.generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return {
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
  }
}

const toDer = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary')

import crypto from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { type SigningIdentity, toIdentity } from './signing-identity.ts'

const YEARS = 10
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
/** Bits digitalSignature and nonRepudiation of the extension keyUsage. */
const SIGNS_DOCUMENTS = 0b1100_0000

/** PEM of a new key and of a certificate that it gives itself: for trying things out, and every document says so. */
export async function makeDemoCertificate(name: string, at: Date): Promise<string> {
  const keys = await crypto.webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({
    valueHex: new Uint8Array([0x01, ...crypto.randomBytes(15)]).buffer,
  })
  const subject = [
    new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1.Utf8String({ value: name }) }),
  ]
  certificate.subject.typesAndValues = subject
  certificate.issuer.typesAndValues = subject
  certificate.notBefore.value = new Date(at.getTime() - 60_000)
  certificate.notAfter.value = new Date(at.getTime())
  certificate.notAfter.value.setUTCFullYear(at.getUTCFullYear() + YEARS)
  certificate.extensions = [
    new pkijs.Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: new asn1.BitString({
        valueHex: new Uint8Array([SIGNS_DOCUMENTS]).buffer,
        unusedBits: 6,
      }).toBER(false),
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  const pem = new crypto.X509Certificate(Buffer.from(certificate.toSchema().toBER(false))).toString()
  const key = crypto.KeyObject.from(keys.privateKey).export({ format: 'pem', type: 'pkcs8' })
  return `${key}${pem}`
}

/** Reads what makeDemoCertificate made. */
export const readDemoCertificate = (pem: string): SigningIdentity =>
  toIdentity(crypto.createPrivateKey(pem), [new crypto.X509Certificate(pem).raw], true)

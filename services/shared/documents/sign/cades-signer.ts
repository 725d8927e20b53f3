import crypto from 'node:crypto'
import { Signer } from '@signpdf/utils'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import type { SigningIdentity } from './signing-identity.ts'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}

/**
 * Makes the detached CMS of a PAdES-B-B signature (ETSI EN 319 142-1): SHA-256, the certificates, and the reference to the
 * signing certificate (RFC 5035). The time stands in the PDF's own dictionary, so no attribute holds it.
 */
export class CadesSigner extends Signer {
  readonly #identity: SigningIdentity

  constructor(identity: SigningIdentity) {
    super()
    this.#identity = identity
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const certificates = this.#identity.certificates.map(der => pkijs.Certificate.fromBER(exactly(der)))
    const [own] = certificates
    if (!own) throw new Error('an identity without a certificate')
    const signed = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.data })),
              attribute(OID.messageDigest, new asn1.OctetString({ valueHex: sha256(content) })),
              attribute(OID.signingCertificateV2, this.#signingCertificate()),
            ],
          }),
        }),
      ],
      certificates,
    })
    await signed.sign(await importKey(this.#identity.privateKey), 0, 'SHA-256', exactly(content))
    const cms = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) })
    return Buffer.from(cms.toSchema().toBER(false))
  }

  /** SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }; its hash algorithm is SHA-256 when none is named. */
  #signingCertificate(): asn1.Sequence {
    const hash = new asn1.OctetString({ valueHex: sha256(this.#identity.certificates[0] ?? Buffer.alloc(0)) })
    const certificateId = new asn1.Sequence({ value: [hash] })
    return new asn1.Sequence({ value: [new asn1.Sequence({ value: [certificateId] })] })
  }
}

const attribute = (type: string, value: asn1.BaseBlock): pkijs.Attribute =>
  new pkijs.Attribute({ type, values: [value] })

const sha256 = (content: Buffer): ArrayBuffer => exactly(crypto.createHash('sha256').update(content).digest())

/** The bytes alone: a Buffer may be a window on a larger one. */
const exactly = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

function importKey(key: crypto.KeyObject): Promise<CryptoKey> {
  const algorithm =
    key.asymmetricKeyType === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: 'P-256' }
  const der = key.export({ format: 'der', type: 'pkcs8' })
  return globalThis.crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, false, ['sign'])
}

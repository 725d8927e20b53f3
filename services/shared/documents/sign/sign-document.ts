import { SignPdf } from '@signpdf/signpdf'
import { CadesSigner } from './cades-signer.ts'
import { addSignatureField } from './signature-field.ts'
import { SigningCertificateError, type SigningIdentity } from './signing-identity.ts'

const ROOM = 2_048

/** Signs a PDF as a whole. Throws SigningCertificateError outside of the certificate's time. */
export async function signDocument(
  pdf: Buffer,
  { identity, tooltip, at }: { identity: SigningIdentity; tooltip: string; at: Date },
): Promise<Buffer> {
  if (at < identity.validFrom || at > identity.validTo)
    throw new SigningCertificateError(
      `is valid from ${identity.validFrom.toISOString()} to ${identity.validTo.toISOString()} only`,
    )
  const bytes = identity.certificates.reduce((sum, certificate) => sum + certificate.length, 0)
  const prepared = addSignatureField(pdf, { signer: identity.name, tooltip, at, room: ROOM + bytes })
  return new SignPdf().sign(prepared, new CadesSigner(identity))
}

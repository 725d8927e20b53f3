import type { DocumentKind, Language } from '../../../../domain/index.ts'

/** PDF/UA-1 for people; PDF/A-2a, tagged as well, for the archive. */
export type PdfStandard = 'ua-1' | 'a-2a'

/** What a template is given. Strings are set as they are, never read as markup. */
export interface DocumentSource {
  readonly kind: DocumentKind
  readonly language: Language
  /** A courtesy copy, which says so and names the official document. */
  readonly copy: boolean
  readonly standard: PdfStandard
  readonly number: string
  readonly date: string
  readonly issuer: string
  readonly code: string
  /** Where the document is verified. */
  readonly address: string
  /** Name in the certificate that signs the official document. */
  readonly signer: string
  readonly demo: boolean
  readonly facts: Readonly<Record<string, string | number | null>>
  readonly at: Date
}

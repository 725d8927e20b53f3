import type { DocumentFiles } from './document.ts'
import type { DocumentRenderer } from './render/document-renderer.ts'
import type { SigningIdentity } from './sign/signing-identity.ts'

/** What issuing takes: who draws, who signs, where the files go, and where they are verified. */
export interface DocumentOffice {
  readonly renderer: DocumentRenderer
  readonly identity: SigningIdentity
  readonly files: DocumentFiles
  /** Address that people reach the site at, without a slash at its end. */
  readonly publicUrl: string
  /** A verification code that was never given. */
  newCode(): string
  now(): Date
}

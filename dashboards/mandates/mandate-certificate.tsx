import { DocumentItem } from '../account/document-item.tsx'
import type { Mandate } from '../api-types.ts'

export function MandateCertificate({ mandate }: { mandate: Mandate }) {
  return mandate.document === null ? null : (
    <ul>
      <DocumentItem document={mandate.document} />
    </ul>
  )
}

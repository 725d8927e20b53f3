import type { Language, Rendition } from '../../../domain/index.ts'
import type { NewDocument } from './document.ts'
import type { DocumentOffice } from './document-office.ts'
import type { DocumentSource, PdfStandard } from './render/document-source.ts'
import { signDocument } from './sign/sign-document.ts'

interface MadeFile {
  readonly rendition: Rendition
  readonly language: Language
  readonly sha256: string
  readonly size: number
}

/** The official act is in Romanian (Administrative Code); the other languages are copies for information. */
const RENDITIONS: readonly [Rendition, Language, PdfStandard][] = [
  ['official', 'ro', 'ua-1'],
  ['archive', 'ro', 'a-2a'],
  ['copy', 'hu', 'ua-1'],
  ['copy', 'en', 'ua-1'],
]

const TOOLTIP = 'Semnătură electronică'

/** Draws, signs and stores every file of a document. */
export async function makeFiles(
  office: DocumentOffice,
  document: NewDocument,
  code: string,
  at: Date,
): Promise<MadeFile[]> {
  const { renderer, identity, files } = office
  const made: MadeFile[] = []
  for (const [rendition, language, standard] of RENDITIONS) {
    const source: DocumentSource = {
      kind: document.kind,
      language,
      copy: rendition === 'copy',
      standard,
      number: document.number,
      date: document.date,
      issuer: document.issuer[language],
      code,
      address: `${office.publicUrl}/verify/${code}`,
      signer: identity.name,
      demo: identity.demo,
      facts: { ...document.facts },
      at,
    }
    const drawn = await renderer.render(source)
    const content =
      rendition === 'copy' ? drawn : await signDocument(drawn, { identity, tooltip: TOOLTIP, at })
    made.push({ rendition, language, sha256: await files.put(content), size: content.length })
  }
  return made
}

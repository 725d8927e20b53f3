import type { ReactNode } from 'react'
import type { DocumentSummary } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

const TONES: Record<DocumentSummary['state'], TagTone> = {
  valid: 'good',
  superseded: 'signal',
  revoked: 'error',
}

/** The original first, then its copies. */
const ORDER = ['official', 'copy', 'archive']

interface Props {
  document: DocumentSummary
  /** What can be done with it. */
  children?: ReactNode
}

/** An official document with its state, its files and the way to verify it. */
export function DocumentItem({ document, children }: Props) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.documents
  const files = [...document.files].sort(
    (a, b) => ORDER.indexOf(a.rendition) - ORDER.indexOf(b.rendition) || a.language.localeCompare(b.language),
  )
  return (
    <li className="setting">
      <h2>
        {t.documentKinds[document.kind] ?? document.kind} {document.number}
      </h2>
      <p className="row">
        <Tag tone={TONES[document.state]}>{words.states[document.state]}</Tag>
        <span>{words.issued(document.issuer[language], formatDate(document.date, language))}</span>
      </p>
      {document.state === 'revoked' && document.reason !== null ? (
        <p className="meta">{t.verification.reasons[document.reason]}</p>
      ) : null}
      <ul className="row">
        {files.map(file => (
          <li key={file.path}>
            <a href={file.path} download="">
              {words.files[file.rendition](file.language)}
            </a>
          </li>
        ))}
        <li>
          <a href={href('verification', { code: document.code })} data-nav="">
            {words.verify}
          </a>
        </li>
      </ul>
      {children}
    </li>
  )
}

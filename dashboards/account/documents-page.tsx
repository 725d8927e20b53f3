import type { DocumentSummary } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import type { DocumentsData, PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { EmptyState } from '../parts/states.tsx'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

const TONES: Record<DocumentSummary['state'], TagTone> = {
  valid: 'good',
  superseded: 'signal',
  revoked: 'error',
}

/** The original first, then its copies. */
const ORDER = ['official', 'copy', 'archive']

function DocumentItem({ document }: { document: DocumentSummary }) {
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
    </li>
  )
}

function DocumentsPage({ data: { items } }: { data: DocumentsData }) {
  const { t } = useApp()
  const href = useHref()
  return (
    <div className="narrow">
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.account.title, href: href('account') }]}
        here={t.documents.title}
      />
      <header className="page-head">
        <h1>{t.documents.title}</h1>
        <p>{t.documents.lead}</p>
      </header>
      {items.length === 0 ? (
        <EmptyState title={t.documents.none}>
          <p>{t.documents.noneText}</p>
        </EmptyState>
      ) : (
        <ul className="stack">
          {items.map(document => (
            <DocumentItem key={document.id} document={document} />
          ))}
        </ul>
      )}
    </div>
  )
}

export const documentsPage: PageModule<DocumentsData> = {
  Page: DocumentsPage,
  head: (_, { t }) => ({ title: t.documents.title, description: t.documents.lead }),
}

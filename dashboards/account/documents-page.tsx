import type { DocumentsData, PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { DocumentItem } from './document-item.tsx'

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

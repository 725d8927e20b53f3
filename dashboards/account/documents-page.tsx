import type { DocumentsData, PageModule } from '../page-types.ts'
import { EmptyState } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { AccountHead } from './account-head.tsx'
import { DocumentItem } from './document-item.tsx'

function DocumentsPage({ data: { items } }: { data: DocumentsData }) {
  const { t } = useApp()
  return (
    <div className="narrow">
      <AccountHead title={t.documents.title} lead={t.documents.lead} />
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

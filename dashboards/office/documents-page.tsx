import { useState } from 'react'
import { DOCUMENT_STATES, REVOCATION_REASONS, type RevocationReason } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import { DocumentItem } from '../account/document-item.tsx'
import type { DocumentSummary } from '../api-types.ts'
import type { OfficeDocumentsData, PageModule } from '../page-types.ts'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Select } from '../parts/forms/field.tsx'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { SearchBox } from '../parts/forms/search-box.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** Takes a document out of force: with its reason, and for good. */
function Revoke({ document }: { document: DocumentSummary }) {
  const { t } = useApp()
  const words = t.officeDocuments
  const { busy, problem, run } = useCommand(words.refusals)
  const [reason, setReason] = useState<RevocationReason>('right-ended')
  return (
    <div className="stack needs-scripts">
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      <div>
        <ConfirmDialog
          open={words.revoke}
          openLabel={words.revokeFor(document.number)}
          title={words.revokeTitle(document.number)}
          confirm={words.revokeYes}
          confirmKind="danger"
          cancel={words.revokeNo}
          isDisabled={busy}
          onConfirm={() =>
            void run(
              'POST',
              `/api/documents/${document.id}/revoke`,
              { reason },
              words.revoked(document.number),
            )
          }
        >
          <div className="stack">
            <p>{words.revokeText}</p>
            <Select
              label={words.reason}
              value={reason}
              onChange={value => setReason(REVOCATION_REASONS.find(known => known === value) ?? reason)}
              options={REVOCATION_REASONS.map(id => ({ id, text: t.verification.reasons[id] }))}
            />
          </div>
        </ConfirmDialog>
      </div>
    </div>
  )
}

function Search({ data: { query, state } }: { data: OfficeDocumentsData }) {
  const { t } = useApp()
  const href = useHref()
  const words = t.officeDocuments
  return (
    <form action={href('office-documents')} className="search" data-nav="">
      <SearchBox label={words.search} help={words.searchHelp} value={query} maxLength={60} />
      <NativeSelect
        key={state ?? ''}
        label={words.state}
        name="state"
        defaultValue={state ?? ''}
        submit={words.show}
        options={[
          { value: '', text: words.all },
          ...DOCUMENT_STATES.map(value => ({ value, text: t.documents.states[value] })),
        ]}
      />
      <button type="submit" className="button primary">
        {words.searchButton}
      </button>
    </form>
  )
}

function OfficeDocumentsPage({ data }: { data: OfficeDocumentsData }) {
  const { t, session } = useApp()
  const words = t.officeDocuments
  const revokes = session?.user.roles.some(role => role === 'official' || role === 'admin') ?? false
  return (
    <div className="narrow">
      <AccountHead title={words.title} lead={words.lead} />
      <Search data={data} />
      {data.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <ul className="stack">
          {data.items.map(document => (
            <DocumentItem key={document.id} document={document}>
              {revokes && document.state !== 'revoked' ? <Revoke document={document} /> : null}
            </DocumentItem>
          ))}
        </ul>
      )}
      {data.items.length >= 200 ? <p className="meta">{words.tooMany}</p> : null}
    </div>
  )
}

export const officeDocumentsPage: PageModule<OfficeDocumentsData> = {
  Page: OfficeDocumentsPage,
  head: (_, { t }) => ({ title: t.officeDocuments.title, description: t.officeDocuments.lead }),
}

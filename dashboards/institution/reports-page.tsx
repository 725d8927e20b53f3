import { SUBMISSION_STATES } from '../../domain/index.ts'
import type { PageModule, ReportsData } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { SubmissionsTable } from './submissions-table.tsx'

function Filters({ entity, status }: Pick<ReportsData, 'entity' | 'status'>) {
  const { t, language, session } = useApp()
  const href = useHref()
  const organisations = session?.user.organisations ?? []
  return (
    <form action={href('reports')} data-nav="" className="row page-tools">
      {organisations.length > 1 ? (
        <NativeSelect
          key={`entity ${entity}`}
          label={t.reports.filterEntity}
          name="entity"
          defaultValue={entity ?? ''}
          options={[
            { value: '', text: t.reports.allEntities },
            ...organisations.flatMap(({ cui, names }) =>
              cui ? [{ value: cui, text: names[language] }] : [],
            ),
          ]}
          submit={t.reports.apply}
        />
      ) : null}
      <NativeSelect
        key={`status ${status}`}
        label={t.reports.filterState}
        name="status"
        defaultValue={status ?? ''}
        options={[
          { value: '', text: t.reports.allStates },
          ...SUBMISSION_STATES.map(state => ({ value: state, text: t.states[state] })),
        ]}
        submit={t.reports.apply}
      />
    </form>
  )
}

function ReportsPage({ data: { page, entity, status } }: { data: ReportsData }) {
  const { t, session } = useApp()
  const href = useHref()
  const hasOrganisation = (session?.user.organisations.length ?? 0) > 0
  const filtered = entity !== null || status !== null
  const more = new URLSearchParams({ cursor: page.next ?? '' })
  if (entity !== null) more.set('entity', entity)
  if (status !== null) more.set('status', status)
  return (
    <>
      <header className="row between page-head">
        <div>
          <h1>{t.reports.heading}</h1>
          <p className="meta">{t.reports.lead}</p>
          {hasOrganisation ? (
            <p>
              <a href={href('my-organisations')} data-nav="">
                {t.organisation.mine}
              </a>
            </p>
          ) : null}
        </div>
        <a className="button primary" href={href('upload')} data-nav="">
          {t.reports.upload}
        </a>
      </header>
      <Filters entity={entity} status={status} />
      {page.items.length === 0 ? (
        <EmptyState title={filtered ? t.reports.emptyFiltered : t.reports.empty}>
          {filtered ? null : <p>{t.reports.emptyHelp}</p>}
        </EmptyState>
      ) : (
        <SubmissionsTable caption={t.reports.heading} items={page.items} here={null} />
      )}
      {page.next === null ? null : (
        <p>
          <a href={href('reports', {}, more)} data-nav="">
            {t.reports.next}
          </a>
        </p>
      )}
    </>
  )
}

export const reportsPage: PageModule<ReportsData> = {
  Page: ReportsPage,
  head: (_, { t }) => ({ title: t.reports.title, description: t.reports.lead }),
}

import type { EntitySummary } from '../api-types.ts'
import type { EntitiesData, PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { SearchBox } from '../parts/forms/search-box.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { EntityName } from './entity-name.tsx'
import { ReportTable } from './report-table.tsx'

function Search({ query }: { query: string }) {
  const { t } = useApp()
  const href = useHref()
  return (
    <form action={href('entities')} className="search" data-nav="">
      <SearchBox label={t.home.search} help={t.home.searchHelp} value={query} maxLength={100} />
      <button type="submit" className="button primary">
        {t.home.searchButton}
      </button>
      {query === '' ? null : (
        <a href={href('entities')} data-nav="">
          {t.entities.clear}
        </a>
      )}
    </form>
  )
}

function Waiting({ entities }: { entities: readonly EntitySummary[] }) {
  const { t } = useApp()
  return (
    <section>
      <h2>{t.entities.withoutReports}</h2>
      <p className="meta">{t.entities.withoutReportsText}</p>
      <ul className="names">
        {entities.map(entity => (
          <li key={entity.cui ?? entity.siruta}>
            <EntityName entity={entity} linked />
          </li>
        ))}
      </ul>
    </section>
  )
}

function EntitiesPage({ data: { query, entities } }: { data: EntitiesData }) {
  const { t } = useApp()
  const href = useHref()
  const reported = entities.filter(entity => entity.latest !== null)
  const waiting = entities.filter(entity => entity.latest === null)
  return (
    <>
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.site.home, href: href('home') }]}
        here={t.site.budgets}
      />
      <h1>
        {query === ''
          ? t.entities.heading(reported.length, entities.length)
          : t.entities.found(entities.length, query)}
      </h1>
      <Search query={query} />
      {entities.length === 0 ? (
        <EmptyState title={t.entities.none(query)}>
          <p>{t.entities.noneHelp}</p>
        </EmptyState>
      ) : null}
      {reported.length > 0 ? (
        <section>
          <h2>{t.entities.withReports}</h2>
          <ReportTable entities={reported} caption={t.entities.withReports} />
        </section>
      ) : null}
      {waiting.length > 0 ? <Waiting entities={waiting} /> : null}
    </>
  )
}

export const entitiesPage: PageModule<EntitiesData> = {
  Page: EntitiesPage,
  head: (_, { t }) => ({ title: t.entities.title, description: t.entities.description }),
}

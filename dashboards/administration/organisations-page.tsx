import { ORGANISATION_KINDS } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import type { Organisation } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { MISSING } from '../format/number.ts'
import { kindName } from '../organisations/organisation-words.ts'
import type { OrganisationsData, PageModule } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { namesFor, useApp, useHref } from '../shell/app-context.ts'
import { AddOrganisation } from './add-organisation.tsx'
import { SearchField } from './search-field.tsx'

function Filters({ data: { asked, today, all } }: { data: OrganisationsData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.organisationList
  const parent = all.find(({ id }) => id === asked.parent)
  const isAsked = asked.q !== '' || asked.kind !== null || asked.parent !== null || asked.on !== null
  return (
    <form action={href('organisations')} data-nav="" className="row filters">
      <SearchField label={words.search} value={asked.q} />
      <NativeSelect
        key={`kind ${asked.kind}`}
        label={words.kind}
        name="kind"
        defaultValue={asked.kind ?? ''}
        options={[
          { value: '', text: words.anyKind },
          ...ORGANISATION_KINDS.map(kind => ({ value: kind, text: kindName(kind, t) })),
        ]}
        submit={words.apply}
      />
      <label className="choice">
        {words.on}
        <input key={asked.on} type="date" name="on" className="input" defaultValue={asked.on ?? today} />
      </label>
      {parent ? <input type="hidden" name="parent" value={parent.id} /> : null}
      <button type="submit" className="button primary">
        {words.apply}
      </button>
      {isAsked ? (
        <a href={href('organisations')} data-nav="">
          {words.clear}
        </a>
      ) : null}
      {parent ? <p className="meta">{words.belowOf(parent.names[language])}</p> : null}
    </form>
  )
}

function Line({ organisation, data }: { organisation: Organisation; data: OrganisationsData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.organisationList
  const { asked, all } = data
  const day = asked.on === null ? null : new URLSearchParams({ on: asked.on })
  const { other } = namesFor(organisation.names, language)
  const parent = all.find(({ id }) => id === organisation.parentId)
  const below = all.filter(({ parentId }) => parentId === organisation.id).length
  const belowQuery = new URLSearchParams({ ...(day ? { on: asked.on ?? '' } : {}), parent: organisation.id })
  return (
    <tr>
      <th scope="row">
        <a href={href('organisation', { id: organisation.id }, day)} data-nav="">
          {organisation.names[language]}
        </a>
        {other ? (
          <p className="meta" lang={other.language}>
            {other.name}
          </p>
        ) : null}
      </th>
      <td data-label={words.kind}>{kindName(organisation.kind, t)}</td>
      <td data-label={words.cui} className="figures">
        {organisation.cui ?? MISSING}
      </td>
      <td data-label={words.parent}>
        {parent ? (
          <a href={href('organisation', { id: parent.id }, day)} data-nav="">
            {parent.names[language]}
          </a>
        ) : (
          MISSING
        )}
        {below > 0 ? (
          <p>
            <a
              href={href('organisations', {}, belowQuery)}
              data-nav=""
              aria-label={`${words.below(below)}: ${organisation.names[language]}`}
            >
              {words.below(below)}
            </a>
          </p>
        ) : null}
      </td>
    </tr>
  )
}

function OrganisationsPage({ data }: { data: OrganisationsData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.organisationList
  const { asked, items, mayAdd, mayImport } = data
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} />
      <Filters data={data} />
      {asked.on === null ? null : (
        <Note tone="signal">
          {words.onText(formatDate(asked.on, language))}{' '}
          <a href={href('organisations')} data-nav="">
            {words.today}
          </a>
        </Note>
      )}
      <p className="row">
        <b>{words.count(items.length)}</b>
        <a href={`/api/imports/organisations.csv?lang=${language}`} download="">
          {words.export}
        </a>
        {mayImport ? (
          <a href={href('lists')} data-nav="">
            {words.imports}
          </a>
        ) : null}
        {mayAdd ? (
          <a href={href('proposals')} data-nav="">
            {words.proposals}
          </a>
        ) : null}
      </p>
      {mayAdd && asked.on === null ? <AddOrganisation data={data} /> : null}
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.cui}</th>
              <th scope="col">{words.parent}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(organisation => (
              <Line key={organisation.id} organisation={organisation} data={data} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

export const organisationsPage: PageModule<OrganisationsData> = {
  Page: OrganisationsPage,
  head: (_, { t }) => ({ title: t.organisationList.title, description: t.organisationList.lead }),
}

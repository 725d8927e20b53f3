import { grantableRoles, ROLES } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import { InvitationsSection } from '../organisations/invitations-section.tsx'
import { roleName } from '../organisations/organisation-words.ts'
import type { PageModule, PeopleData } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { EmptyState } from '../parts/states.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { SearchField } from './search-field.tsx'

function Filters({ data: { asked, organisations } }: { data: PeopleData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.people
  const isAsked = asked.q !== '' || asked.role !== null || asked.organisation !== null
  return (
    <form action={href('people')} data-nav="" className="row filters">
      <SearchField label={words.search} value={asked.q} />
      <NativeSelect
        key={`role ${asked.role}`}
        label={words.role}
        name="role"
        defaultValue={asked.role ?? ''}
        options={[
          { value: '', text: words.anyRole },
          ...ROLES.map(role => ({ value: role, text: roleName(role, language) })),
        ]}
        submit={words.apply}
      />
      <NativeSelect
        key={`organisation ${asked.organisation}`}
        label={words.organisation}
        name="organisation"
        defaultValue={asked.organisation ?? ''}
        options={[
          { value: '', text: words.anyOrganisation },
          ...organisations.map(({ id, names }) => ({ value: id, text: names[language] })),
        ]}
        submit={words.apply}
      />
      <button type="submit" className="button primary">
        {words.apply}
      </button>
      {isAsked ? (
        <a href={href('people')} data-nav="">
          {words.clear}
        </a>
      ) : null}
    </form>
  )
}

function PeopleTable({ data: { people } }: { data: PeopleData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.people
  return (
    <table className="stacked">
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.roles}</th>
        </tr>
      </thead>
      <tbody>
        {people.items.map(person => (
          <tr key={person.id}>
            <th scope="row">
              <p className="row">
                <a href={href('person', { person: person.id })} data-nav="">
                  {person.name}
                </a>
                {person.demo ? <Tag tone="signal">{t.site.demoAccount}</Tag> : null}
              </p>
              <p className="meta">{person.email}</p>
            </th>
            <td>
              {person.roles.length === 0 ? (
                <span className="meta">{words.noRoles}</span>
              ) : (
                person.roles.map(({ id, role, organisation }) => (
                  <p key={id}>
                    {roleName(role, language)}
                    <span className="meta"> · {organisation?.names[language] ?? words.county}</span>
                  </p>
                ))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pages({ data: { people, asked, further } }: { data: PeopleData }) {
  const { t } = useApp()
  const href = useHref()
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  const next = new URLSearchParams(query)
  next.set('after', people.next ?? '')
  if (people.next === null && !further) return null
  return (
    <p className="row">
      {further ? (
        <a href={href('people', {}, query)} data-nav="">
          {t.people.first}
        </a>
      ) : null}
      {people.next === null ? null : (
        <a href={href('people', {}, next)} data-nav="">
          {t.people.next}
        </a>
      )}
    </p>
  )
}

function PeoplePage({ data }: { data: PeopleData }) {
  const { t, session } = useApp()
  const words = t.people
  const granter = { person: '', countyRoles: session?.user.roles ?? [], rolesThere: [] }
  const grant = grantableRoles(granter, 'county').filter(role => role !== 'citizen')
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} />
      <Filters data={data} />
      {data.people.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <PeopleTable data={data} />
      )}
      <Pages data={data} />
      <div className="narrow organisation">
        <InvitationsSection organisationId={null} grant={grant} invitations={data.invitations} />
      </div>
    </>
  )
}

export const peoplePage: PageModule<PeopleData> = {
  Page: PeoplePage,
  head: (_, { t }) => ({ title: t.people.title, description: t.people.lead }),
}

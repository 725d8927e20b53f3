import { useState } from 'react'
import { ROLE_NAMES } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import type { Erased, UserListItem } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import type { OfficeErasuresData, PageModule } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { SearchBox } from '../parts/forms/search-box.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { Tag } from '../parts/tag.tsx'
import { ErasureOutline } from '../privacy/erasure-outline.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { ErasePersonForm } from './erase-person-form.tsx'

interface LineProps {
  user: UserListItem
  hasPassword: boolean
  onErased(erased: Erased): void
}

function PersonLine({ user, hasPassword, onErased }: LineProps) {
  const { t, language, session } = useApp()
  const words = t.officeErasures
  const [open, setOpen] = useState(false)
  const isSelf = user.email === session?.user.email
  return (
    <li>
      <div>
        <p className="row">
          <b>{user.name}</b>
          {user.demo ? <Tag tone="plain">{t.site.demoAccount}</Tag> : null}
        </p>
        <p className="meta">{user.email}</p>
        <p className="meta">
          {user.roles
            .map(({ role, organisation }) =>
              [ROLE_NAMES[role][language], organisation?.names[language]].filter(Boolean).join(', '),
            )
            .join(' · ')}
        </p>
      </div>
      {open || isSelf ? null : (
        <div className="needs-scripts">
          <Button aria-label={words.openFor(user.email)} onPress={() => setOpen(true)}>
            {words.open}
          </Button>
        </div>
      )}
      {isSelf ? <p className="meta">{words.self}</p> : null}
      {open ? (
        <ErasePersonForm
          user={user}
          hasPassword={hasPassword}
          onErased={onErased}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  )
}

function Found({
  data: { query, people, next, hasPassword },
  onErased,
}: {
  data: OfficeErasuresData
  onErased(erased: Erased): void
}) {
  const { t } = useApp()
  const href = useHref()
  const words = t.officeErasures
  if (people === null) return null
  if (people.length === 0)
    return (
      <EmptyState title={words.none(query)}>
        <p>{words.noneText}</p>
      </EmptyState>
    )
  return (
    <>
      <ul className="entries">
        {people.map(user => (
          <PersonLine key={user.id} user={user} hasPassword={hasPassword} onErased={onErased} />
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <a href={href('office-erasures', {}, new URLSearchParams({ q: query, after: next }))} data-nav="">
            {words.more}
          </a>
        </p>
      )}
    </>
  )
}

function OfficeErasuresPage({ data }: { data: OfficeErasuresData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.officeErasures
  const [erased, setErased] = useState<Erased | null>(null)
  return (
    <div className="narrow">
      <AccountHead title={words.title} lead={words.lead} needsScripts />
      {erased === null ? null : (
        <Note tone="good" live>
          <p>{words.done(formatInstant(erased.erasure.at, language))}</p>
          <p>
            {t.erasure.number}: <code>{erased.erasure.id}</code>
          </p>
        </Note>
      )}
      <form action={href('office-erasures')} className="search" data-nav="">
        <SearchBox label={words.search} help={words.searchHelp} value={data.query} maxLength={200} />
        <button type="submit" className="button primary">
          {words.searchButton}
        </button>
      </form>
      <Found data={data} onErased={setErased} />
      <details className="disclosure">
        <summary>{words.outline}</summary>
        <ErasureOutline items={data.items} />
      </details>
    </div>
  )
}

export const officeErasuresPage: PageModule<OfficeErasuresData> = {
  Page: OfficeErasuresPage,
  head: (_, { t }) => ({ title: t.officeErasures.title, description: t.officeErasures.lead }),
}

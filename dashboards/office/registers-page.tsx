import { useState } from 'react'
import type { RegisterEntry } from '../api-types.ts'
import type { PageModule, RegistersData } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Button } from '../parts/button.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { NewEntryForm } from './new-entry-form.tsx'
import { RegisterLine } from './register-line.tsx'
import { RegisterTools } from './register-tools.tsx'

function Pages({ data: { register, year, direction, older, page } }: { data: RegistersData }) {
  const { t } = useApp()
  const href = useHref()
  const query = new URLSearchParams({ register, year: String(year) })
  if (direction !== null) query.set('direction', direction)
  const next = new URLSearchParams(query)
  next.set('before', String(page.next))
  if (page.next === null && !older) return null
  return (
    <p className="row">
      {older ? (
        <a href={href('registers', {}, query)} data-nav="">
          {t.registers.newest}
        </a>
      ) : null}
      {page.next === null ? null : (
        <a href={href('registers', {}, next)} data-nav="">
          {t.registers.older}
        </a>
      )}
    </p>
  )
}

/** What is being registered: nothing, a paper, or the answer to an entry. */
type Writing = { readonly answered: RegisterEntry | null } | null

function RegistersPage({ data }: { data: RegistersData }) {
  const { t, session } = useApp()
  const href = useHref()
  const words = t.registers
  const keeps = session?.user.roles.some(role => role === 'official' || role === 'clerk') ?? false
  const [writing, setWriting] = useState<Writing>(null)
  const [done, setDone] = useState<string | null>(null)
  const write = (answered: RegisterEntry | null) => {
    setDone(null)
    setWriting({ answered })
  }
  return (
    <>
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.account.title, href: href('account') }]}
        here={words.title}
      />
      <header className="row between page-head">
        <div>
          <h1>{words.title}</h1>
          <p className="meta">{words.lead}</p>
        </div>
        {keeps && writing === null ? (
          <div className="needs-scripts">
            <Button kind="primary" onPress={() => write(null)}>
              {words.add.open}
            </Button>
          </div>
        ) : null}
      </header>
      {done === null ? null : (
        <Note tone="good" live>
          {words.add.done(done)}
        </Note>
      )}
      {writing === null ? null : (
        <NewEntryForm
          key={writing.answered?.id ?? 'paper'}
          register={data.register}
          answered={writing.answered}
          onClose={() => setWriting(null)}
          onDone={entry => {
            setWriting(null)
            setDone(entry.text)
          }}
        />
      )}
      <RegisterTools data={data} />
      {data.page.items.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="lines">
          {data.page.items.map(entry => (
            <RegisterLine key={entry.id} entry={entry} onAnswer={keeps ? write : null} />
          ))}
        </ul>
      )}
      <Pages data={data} />
    </>
  )
}

export const registersPage: PageModule<RegistersData> = {
  Page: RegistersPage,
  head: (_, { t }) => ({ title: t.registers.title, description: t.registers.lead }),
}

import { AccountHead } from '../account/account-head.tsx'
import type { AuditEvent } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import type { Texts } from '../i18n/index.ts'
import type { AuditData, PageModule } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

function Input({
  name,
  label,
  type,
  value,
}: {
  name: string
  label: string
  type: 'text' | 'date'
  value: string
}) {
  return (
    <label className="choice">
      {label}
      <input key={value} className="input" name={name} type={type} defaultValue={value} maxLength={200} />
    </label>
  )
}

/** Ids of people are long and at random, names of programs are words. */
const isPerson = (id: string): boolean => /^([0-9a-f-]{36}|[A-Za-z0-9]{32})$/.test(id)

function Who({ actor }: { actor: AuditEvent['actor'] }) {
  const { t } = useApp()
  if (actor.name !== null) return <span title={actor.email ?? ''}>{actor.name}</span>
  return (
    <span title={actor.id}>
      {t.audit.programs[actor.id] ?? (isPerson(actor.id) ? t.audit.gone : actor.id)}
    </span>
  )
}

/** Names and values of a detail, one after the other. */
const told = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')

function Detail({ event }: { event: AuditEvent }) {
  const { t } = useApp()
  const { state, detail } = event.personal
  return (
    <>
      {told(event.detail)}
      {state === 'erased' ? <Tag>{t.audit.erased}</Tag> : null}
      {state === 'readable' && detail ? (
        <div>
          <strong>{t.audit.personal}:</strong> {told(detail)}
        </div>
      ) : null}
    </>
  )
}

function LastCheck({ check }: { check: AuditData['page']['lastCheck'] }) {
  const { t, language } = useApp()
  if (check === null) return <Note tone="signal">{t.audit.unchecked}</Note>
  const at = formatInstant(check.at, language)
  return check.broken ? (
    <Note tone="error">{t.audit.broken(check.broken.number, at)}</Note>
  ) : (
    <Note tone="good">{t.audit.whole(check.links, at)}</Note>
  )
}

/** Events of another version may have an action without words. */
const actionText = (action: string, t: Texts): string =>
  (t.audit.actions as Readonly<Record<string, string>>)[action] ?? action

function Search({ data: { asked, page } }: { data: AuditData }) {
  const { t } = useApp()
  const href = useHref()
  const of = (name: string) => asked[name] ?? ''
  return (
    <form action={href('audit')} data-nav="" className="row page-tools filters">
      <Input name="actor" label={t.audit.actor} type="text" value={of('actor')} />
      <NativeSelect
        key={`action ${of('action')}`}
        label={t.audit.action}
        name="what"
        defaultValue={of('action')}
        options={[
          { value: '', text: t.audit.all },
          ...page.actions.map(action => ({ value: action, text: actionText(action, t) })),
        ]}
        submit={t.audit.search}
      />
      <Input name="q" label={t.audit.words} type="text" value={of('q')} />
      <Input name="from" label={t.audit.from} type="date" value={of('from')} />
      <Input name="to" label={t.audit.to} type="date" value={of('to')} />
      <button type="submit" className="button">
        {t.audit.search}
      </button>
    </form>
  )
}

function AuditPage({ data }: { data: AuditData }) {
  const { t, language } = useApp()
  const href = useHref()
  const { page, asked } = data
  const { columns } = t.audit
  const query = new URLSearchParams(asked)
  const more = new URLSearchParams({ before: String(page.next ?? '') })
  for (const [name, value] of Object.entries(asked)) more.set(name === 'action' ? 'what' : name, value)
  return (
    <>
      <AccountHead title={t.audit.title} lead={t.audit.lead} />
      <p>
        <a className="button" href={`/api/audit/export.csv?${query}`} download="">
          {t.audit.download}
        </a>
      </p>
      <LastCheck check={page.lastCheck} />
      <Search data={data} />
      {page.items.length === 0 ? (
        <EmptyState title={t.audit.none}>{null}</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="scroll" tabIndex={0} aria-label={t.audit.title}>
          <table className="stacked">
            <caption className="visually-hidden">{t.audit.title}</caption>
            <thead>
              <tr>
                {Object.entries(columns).map(([name, text]) => (
                  <th key={name} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.items.map(event => (
                <tr key={event.number}>
                  <th scope="row">{event.number}</th>
                  <td data-label={columns.at}>{formatInstant(event.at, language)}</td>
                  <td data-label={columns.who}>
                    <Who actor={event.actor} />
                  </td>
                  <td data-label={columns.what}>{actionText(event.action, t)}</td>
                  <td
                    className="file-name"
                    data-label={columns.about}
                  >{`${event.subjectKind} ${event.subjectId}`}</td>
                  <td className="file-name" data-label={columns.detail}>
                    <Detail event={event} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {page.next === null ? null : (
        <p>
          <a href={href('audit', {}, more)} data-nav="">
            {t.audit.older}
          </a>
        </p>
      )}
    </>
  )
}

export const auditPage: PageModule<AuditData> = {
  Page: AuditPage,
  head: (_, { t }) => ({ title: t.audit.title, description: t.audit.lead }),
}

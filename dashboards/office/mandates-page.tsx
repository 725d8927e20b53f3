import { MANDATE_STATES } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import type { Mandate } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { MISSING } from '../format/number.ts'
import { MandateTag } from '../mandates/mandate-tag.tsx'
import { principalName } from '../mandates/mandate-words.ts'
import type { OfficeMandatesData, PageModule } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

function MandatesTable({ items }: { items: readonly Mandate[] }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.mandates
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="visually-hidden">{t.officeMandates.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.principal}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.deadline}</th>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.basis}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(mandate => (
            <tr key={mandate.id}>
              <th scope="row">
                <a href={href('office-mandate', { id: mandate.id })} data-nav="">
                  {mandate.number}
                </a>
              </th>
              <td data-label={words.principal}>{principalName(mandate, t)}</td>
              <td>
                <MandateTag state={mandate.state} />
              </td>
              <td data-label={words.deadline}>
                {mandate.clock.status === 'ended' || mandate.clock.deadline === null
                  ? MISSING
                  : formatDate(mandate.clock.deadline, language)}
                {mandate.clock.overdue ? (
                  <span className="field-error"> {words.clockTexts.overdue(mandate.clock.daysOver)}</span>
                ) : null}
              </td>
              <td data-label={words.person}>{mandate.person.name ?? words.principalGone}</td>
              <td data-label={words.basis}>{words.bases[mandate.basis]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OfficeMandatesPage({ data: { items, next, state } }: { data: OfficeMandatesData }) {
  const { t } = useApp()
  const href = useHref()
  const words = t.officeMandates
  const more = new URLSearchParams({ before: next ?? '' })
  if (state !== null) more.set('state', state)
  return (
    <>
      <AccountHead title={words.title} lead={words.lead} />
      <form method="get" className="row">
        <NativeSelect
          key={`state ${state}`}
          label={words.filter}
          name="state"
          defaultValue={state ?? ''}
          options={[
            { value: '', text: words.waiting },
            ...MANDATE_STATES.map(known => ({ value: known, text: t.mandates.states[known] })),
          ]}
          submit={words.apply}
        />
      </form>
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <MandatesTable items={items} />
      )}
      {next === null ? null : (
        <p>
          <a href={href('office-mandates', {}, more)} data-nav="">
            {t.mandates.next}
          </a>
        </p>
      )}
    </>
  )
}

export const officeMandatesPage: PageModule<OfficeMandatesData> = {
  Page: OfficeMandatesPage,
  head: (_, { t }) => ({ title: t.officeMandates.title, description: t.officeMandates.lead }),
}

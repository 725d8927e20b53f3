import { AccountHead } from '../account/account-head.tsx'
import type { Mandate } from '../api-types.ts'
import { MandateTag } from '../mandates/mandate-tag.tsx'
import { periodOf, principalName } from '../mandates/mandate-words.ts'
import type { MandatesData, PageModule } from '../page-types.ts'
import { Section } from '../parts/section.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { RequestForm } from './request-form.tsx'

function MandateEntry({ mandate }: { mandate: Mandate }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.mandates
  return (
    <li>
      <div>
        <p className="row">
          <a href={href('mandate', { id: mandate.id })} data-nav="">
            {principalName(mandate, t)}
          </a>
          <MandateTag state={mandate.state} />
        </p>
        <p className="meta">
          {mandate.own ? '' : `${mandate.person.name ?? words.principalGone} · `}
          {words.bases[mandate.basis]} · {periodOf(mandate, language, t)} · {words.paper(mandate.number)}
        </p>
      </div>
    </li>
  )
}

function MandatesPage({ data: { items, represented, today } }: { data: MandatesData }) {
  const { t } = useApp()
  const words = t.mandates
  return (
    <div className="narrow">
      <AccountHead title={words.title} lead={words.lead} needsScripts />
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <ul className="entries">
          {items.map(mandate => (
            <MandateEntry key={mandate.id} mandate={mandate} />
          ))}
        </ul>
      )}
      {represented.length === 0 ? null : (
        <Section heading={words.representedHeading} text={words.representedText} problem={null}>
          <ul className="entries">
            {represented.map(mandate => (
              <MandateEntry key={mandate.id} mandate={mandate} />
            ))}
          </ul>
        </Section>
      )}
      <Section heading={words.askHeading} text={words.askText} problem={null}>
        <RequestForm today={today} />
      </Section>
    </div>
  )
}

export const mandatesPage: PageModule<MandatesData> = {
  Page: MandatesPage,
  head: (_, { t }) => ({ title: t.mandates.title, description: t.mandates.lead }),
}

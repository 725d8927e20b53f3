import { AccountHead } from '../account/account-head.tsx'
import type { OrganisationDetails } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { ContactsSection } from '../organisations/contacts-section.tsx'
import { DeputiesSection } from '../organisations/deputies-section.tsx'
import { EditForm } from '../organisations/edit-form.tsx'
import { InvitationsSection } from '../organisations/invitations-section.tsx'
import { MembersSection } from '../organisations/members-section.tsx'
import { OrganisationFacts } from '../organisations/organisation-facts.tsx'
import { OrganisationHistory } from '../organisations/organisation-history.tsx'
import { ParentForm } from '../organisations/parent-form.tsx'
import type { OrganisationData, PageModule } from '../page-types.ts'
import { Section } from '../parts/section.tsx'
import { Note } from '../parts/states.tsx'
import { Tag } from '../parts/tag.tsx'
import { namesFor, useApp, useHref } from '../shell/app-context.ts'

/** Another day to look at; works without scripts. */
function DayForm({ organisation: { id, on } }: { organisation: OrganisationDetails }) {
  const { t } = useApp()
  const href = useHref()
  const words = t.organisation
  return (
    <form action={href('organisation', { id })} data-nav="" className="row">
      <label className="choice">
        {words.day}
        <input key={on} type="date" name="on" className="input" required defaultValue={on} />
      </label>
      <button type="submit" className="button">
        {words.show}
      </button>
    </form>
  )
}

function OtherNames({ organisation }: { organisation: OrganisationDetails }) {
  const { t, language } = useApp()
  const { other } = namesFor(organisation.names, language)
  if (!other && !organisation.demo) return null
  return (
    <p className="row">
      {other ? (
        <span className="meta" lang={other.language}>
          {other.name}
        </span>
      ) : null}
      {organisation.demo ? (
        <Tag tone="signal" title={t.marks.demoLong}>
          {t.marks.demo}
        </Tag>
      ) : null}
    </p>
  )
}

/** What officials and administrators change. A form starts from what is known: it is a new one after each change. */
function EditSection({ data: { organisation, candidates, today } }: { data: OrganisationData }) {
  const { t } = useApp()
  const words = t.organisation.edit
  const state = JSON.stringify([
    organisation.names,
    organisation.kind,
    organisation.cui,
    organisation.parents,
  ])
  return (
    <Section heading={words.heading} text={words.text} problem={null}>
      <div className="needs-scripts">
        <details className="disclosure">
          <summary>{words.open}</summary>
          <EditForm key={state} organisation={organisation} today={today} />
        </details>
        <details className="disclosure">
          <summary>{words.openParent}</summary>
          <ParentForm key={state} organisation={organisation} candidates={candidates ?? []} today={today} />
        </details>
      </div>
    </Section>
  )
}

function OrganisationPage({ data }: { data: OrganisationData }) {
  const { organisation, today, people, ended, invitations, candidates } = data
  const { t, language, session } = useApp()
  const href = useHref()
  const words = t.organisation
  const isToday = organisation.on === today
  const hasOthers = (session?.user.organisations.length ?? 0) > 1
  return (
    <div className="narrow organisation">
      <AccountHead
        title={organisation.names[language]}
        lead={null}
        between={hasOthers ? [{ text: words.mine, href: href('my-organisations') }] : []}
        needsScripts
      />
      <OtherNames organisation={organisation} />
      {isToday ? null : (
        <Note tone="signal">
          {words.past(formatDate(organisation.on, language))}{' '}
          <a href={href('organisation', { id: organisation.id })} data-nav="">
            {words.backToToday}
          </a>
        </Note>
      )}
      <OrganisationFacts organisation={organisation} />
      <DayForm organisation={organisation} />
      {isToday ? (
        <>
          <OrganisationHistory organisation={organisation} />
          <ContactsSection organisation={organisation} mayEdit={organisation.may.contacts} />
          {people ? <MembersSection organisation={organisation} people={people} ended={ended} /> : null}
          {invitations ? (
            <InvitationsSection
              organisationId={organisation.id}
              grant={organisation.may.grant}
              invitations={invitations}
            />
          ) : null}
          {people ? <DeputiesSection id={organisation.id} people={people} today={today} /> : null}
          {candidates ? <EditSection data={data} /> : null}
        </>
      ) : null}
    </div>
  )
}

export const organisationPage: PageModule<OrganisationData> = {
  Page: OrganisationPage,
  head: ({ organisation }, { t, language }) => ({
    title: organisation.names[language],
    description: t.organisation.lead,
  }),
}

import type { OpenInvitation } from '../api-types.ts'
import { formatDay } from '../format/date.ts'
import type { Texts } from '../i18n/index.ts'
import { roleName } from '../organisations/organisation-words.ts'
import type { InvitationData, PageModule } from '../page-types.ts'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { InvitationAnswer } from './invitation-answer.tsx'

function headingOf(invitation: OpenInvitation | null, t: Texts, language: 'ro' | 'hu' | 'en'): string {
  const words = t.invitation.headings
  if (!invitation) return words.unknown
  if (invitation.state !== 'open') return words[invitation.state]
  return invitation.organisation ? words.open(invitation.organisation.names[language]) : words.county
}

function Facts({ invitation }: { invitation: OpenInvitation }) {
  const { t, language } = useApp()
  const words = t.invitation.facts
  const { organisation, role, inviter, email, expiresAt, state } = invitation
  const facts: [string, string][] = [
    // The heading of an open one names it already.
    ...(state === 'open'
      ? []
      : [[words.organisation, organisation?.names[language] ?? words.county] satisfies [string, string]]),
    [words.role, roleName(role, language)],
    [words.inviter, inviter ?? words.inviterGone],
    ...(email === null ? [] : [[words.email, email] satisfies [string, string]]),
    ...(state === 'open' ? [[words.until, formatDay(expiresAt, language)] satisfies [string, string]] : []),
  ]
  return (
    <dl className="facts document-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What became of a link that can't be accepted, and what to do. */
function Over({ invitation }: { invitation: OpenInvitation | null }) {
  const { t, language, session } = useApp()
  const href = useHref()
  const words = t.invitation
  const inviter = invitation?.inviter ?? words.facts.inviterGone
  const text =
    invitation?.state === 'expired'
      ? words.expiredText(formatDay(invitation.expiresAt, language), inviter)
      : invitation?.state === 'used'
        ? words.usedText
        : invitation?.state === 'withdrawn'
          ? words.withdrawnText(inviter)
          : words.unknownText
  const organisation = invitation?.organisation
  const isMember = session?.user.organisations.some(({ id }) => id === organisation?.id) ?? false
  return (
    <>
      <p>{text}</p>
      <p className="row">
        {organisation && isMember ? (
          <a className="button primary" href={href('organisation', { id: organisation.id })} data-nav="">
            {words.toOrganisation}
          </a>
        ) : session ? null : (
          <a className="button primary" href={href('sign-in')} data-nav="">
            {words.signIn}
          </a>
        )}
        <a className="button" href={href('home')} data-nav="">
          {words.toHome}
        </a>
      </p>
    </>
  )
}

/** Where the link of an invitation leads. Opening it uses nothing up: programs that look into mails open links too. */
function InvitationPage({ data: { invitation, token } }: { data: InvitationData }) {
  const { t, language } = useApp()
  const isOpen = invitation?.state === 'open'
  return (
    <div className="narrow">
      <h1>{headingOf(invitation, t, language)}</h1>
      {isOpen ? (
        <noscript>
          <Note tone="signal">{t.site.needsScripts}</Note>
        </noscript>
      ) : (
        <Over invitation={invitation} />
      )}
      {invitation ? <Facts invitation={invitation} /> : null}
      {invitation && isOpen ? <InvitationAnswer invitation={invitation} token={token} /> : null}
    </div>
  )
}

export const invitationPage: PageModule<InvitationData> = {
  Page: InvitationPage,
  head: (_, { t }) => ({ title: t.invitation.title, description: t.invitation.unknownText }),
}

import type { Members, Membership, OrganisationDetails } from '../api-types.ts'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { periodOf, roleName } from './organisation-words.ts'

interface Props {
  organisation: OrganisationDetails
  people: Members
  /** Whether roles that have ended are shown too. */
  ended: boolean
}

/** Who has which role; who may ends one here. */
export function MembersSection({ organisation: { id, kind }, people: { members }, ended }: Props) {
  const { t, language, session, go } = useApp()
  const href = useHref()
  const words = t.organisation.members
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const now = Date.now()
  const isOwn = ({ person }: Membership) => person.email === session?.user.email
  const isOver = ({ until }: Membership) => until !== null && Date.parse(until) <= now

  const end = async (member: Membership) => {
    const own = isOwn(member)
    const done = await run('DELETE', `/api/memberships/${member.id}`, null, words.ended, { stay: own })
    // Whoever gives up the last role here sees this page no more.
    if (done && own) await go(href('account'))
  }
  return (
    <Section
      heading={words.heading}
      text={kind === 'department' ? words.textDepartment : words.text}
      problem={problem}
    >
      {members.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="entries">
          {members.map(member => {
            const { person } = member
            const role = roleName(member.role, language)
            const own = isOwn(member)
            return (
              <li key={member.id}>
                <div>
                  <p className="row">
                    <b>{person.name}</b>
                    {own ? <Tag>{words.you}</Tag> : null}
                    {isOver(member) ? <Tag>{words.over}</Tag> : null}
                    {Date.parse(member.from) > now ? <Tag tone="signal">{words.later}</Tag> : null}
                  </p>
                  <p>{role}</p>
                  <p className="meta">
                    {person.email} · {periodOf(member, language, t)}
                  </p>
                </div>
                {member.mayEnd && !isOver(member) ? (
                  <div className="needs-scripts">
                    <ConfirmDialog
                      open={own ? words.endOwn : words.end}
                      openLabel={own ? `${words.endOwn}: ${role}` : words.endLabel(person.name, role)}
                      title={own ? words.endOwnTitle : words.endTitle}
                      confirm={own ? words.endOwn : words.end}
                      confirmKind="danger"
                      cancel={words.keep}
                      isDisabled={busy}
                      onConfirm={() => void end(member)}
                    >
                      <p>{own ? words.endOwnText(role) : words.endText(person.name, role)}</p>
                    </ConfirmDialog>
                  </div>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      <p>
        <a
          href={href('organisation', { id }, ended ? null : new URLSearchParams({ ended: 'true' }))}
          data-nav=""
        >
          {ended ? words.hideEnded : words.showEnded}
        </a>
      </p>
    </Section>
  )
}

import { AccountHead } from '../account/account-head.tsx'
import type { Membership } from '../api-types.ts'
import { periodOf, roleName } from '../organisations/organisation-words.ts'
import type { PageModule, PersonData } from '../page-types.ts'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { GrantForm } from './grant-form.tsx'

const isOver = ({ until }: Membership): boolean => until !== null && Date.parse(until) <= Date.now()
const isLater = ({ from }: Membership): boolean => Date.parse(from) > Date.now()

function Role({ membership, onEnd, busy }: { membership: Membership; busy: boolean; onEnd(): void }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.person
  const role = roleName(membership.role, language)
  const { organisation } = membership
  const place = organisation?.names[language] ?? t.people.county
  return (
    <li>
      <div>
        <p className="row">
          <b>{role}</b>
          {isOver(membership) ? <Tag>{words.over}</Tag> : null}
          {isLater(membership) && !isOver(membership) ? <Tag tone="signal">{words.later}</Tag> : null}
        </p>
        <p>
          {organisation ? (
            <a href={href('organisation', { id: organisation.id })} data-nav="">
              {place}
            </a>
          ) : (
            place
          )}
        </p>
        <p className="meta">{periodOf(membership, language, t)}</p>
      </div>
      {membership.mayEnd && !isOver(membership) ? (
        <div className="needs-scripts">
          <ConfirmDialog
            open={words.end}
            openLabel={words.endLabel(`${role}, ${place}`)}
            title={words.endTitle}
            confirm={words.end}
            confirmKind="danger"
            cancel={words.keep}
            isDisabled={busy}
            onConfirm={onEnd}
          >
            <p>{words.endText(membership.person.name, role, place)}</p>
          </ConfirmDialog>
        </div>
      ) : null}
    </li>
  )
}

function Roles({ data: { person } }: { data: PersonData }) {
  const { t, session, go } = useApp()
  const href = useHref()
  const words = t.person
  const { busy, problem, run } = useCommand(words.refusals)
  const isOwn = person.email === session?.user.email
  // Those that count first, then those that are over, the last ended first.
  const roles = [...person.roles].sort(
    (one, other) =>
      Number(isOver(one)) - Number(isOver(other)) ||
      (other.until ?? '').localeCompare(one.until ?? '') ||
      one.from.localeCompare(other.from),
  )
  const end = async ({ id, role }: Membership) => {
    const leaves = isOwn && role === 'admin'
    const done = await run('DELETE', `/api/memberships/${id}`, null, words.ended, { stay: leaves })
    // Who was an administrator sees this page no more.
    if (done && leaves) await go(href('account'))
  }
  return (
    <Section heading={words.rolesHeading} text={words.rolesText} problem={problem}>
      {roles.length === 0 ? (
        <p>{words.noRoles}</p>
      ) : (
        <ul className="entries">
          {roles.map(membership => (
            <Role
              key={membership.id}
              membership={membership}
              busy={busy}
              onEnd={() => void end(membership)}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Deputies({ data: { person } }: { data: PersonData }) {
  const { t, language } = useApp()
  const words = t.person
  return (
    <Section heading={words.deputiesHeading} text={null} problem={null}>
      {person.deputies.length === 0 ? (
        <p>{words.deputiesNone}</p>
      ) : (
        <ul className="entries">
          {person.deputies.map(deputy => (
            <li key={deputy.id}>
              <div>
                <p>{words.stands(deputy.deputy.name, deputy.principal.name)}</p>
                <p className="meta">
                  {deputy.organisation?.names[language] ?? t.people.county} · {periodOf(deputy, language, t)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function PersonPage({ data }: { data: PersonData }) {
  const { t, session } = useApp()
  const href = useHref()
  const { person } = data
  const isOwn = person.email === session?.user.email
  return (
    <div className="narrow organisation">
      <AccountHead
        title={person.name}
        lead={null}
        between={[{ text: t.people.title, href: href('people') }]}
        needsScripts
      />
      <p className="row">
        <span>{person.email}</span>
        {isOwn ? <Tag>{t.person.you}</Tag> : null}
        {person.demo ? <Tag tone="signal">{t.site.demoAccount}</Tag> : null}
      </p>
      <Roles data={data} />
      {person.mayGrant ? <GrantForm data={data} /> : null}
      <Deputies data={data} />
    </div>
  )
}

export const personPage: PageModule<PersonData> = {
  Page: PersonPage,
  head: ({ person }, { t }) => ({ title: person.name, description: t.person.lead }),
}

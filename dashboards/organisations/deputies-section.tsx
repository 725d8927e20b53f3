import { localDay } from '../../domain/index.ts'
import type { Members } from '../api-types.ts'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { DeputyForm } from './deputy-form.tsx'
import { periodOf } from './organisation-words.ts'

interface Props {
  id: string
  people: Members
  today: string
}

/** Who stands in for whom. A member names a deputy for himself, an administrator for anybody. */
export function DeputiesSection({ id, people: { members, deputies }, today }: Props) {
  const { t, language, session } = useApp()
  const words = t.organisation.deputies
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const mine = session?.user.email
  const isAdmin = session?.user.roles.includes('admin') ?? false
  const holders = members.filter(({ until }) => until === null || localDay(new Date(until)) > today)
  const people = new Map(holders.map(({ person }) => [person.id, person]))
  const principals = [...people.values()].filter(({ email }) => isAdmin || email === mine)
  return (
    <Section heading={words.heading} text={words.text} problem={problem}>
      {deputies.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="entries">
          {deputies.map(deputy => (
            <li key={deputy.id}>
              <div>
                <p className="row">
                  <b>{words.pair(deputy.deputy.name, deputy.principal.name)}</b>
                  {localDay(new Date(deputy.from)) > today ? (
                    <Tag tone="signal">{words.later}</Tag>
                  ) : (
                    <Tag tone="good">{words.now}</Tag>
                  )}
                </p>
                <p className="meta">
                  {deputy.deputy.email} · {periodOf(deputy, language, t)}
                </p>
              </div>
              {deputy.mayEnd ? (
                <div className="needs-scripts">
                  <ConfirmDialog
                    open={words.end}
                    openLabel={words.endLabel(deputy.deputy.name)}
                    title={words.endTitle}
                    confirm={words.end}
                    confirmKind="danger"
                    cancel={t.account.cancel}
                    isDisabled={busy}
                    onConfirm={() => void run('DELETE', `/api/deputies/${deputy.id}`, null, words.ended)}
                  >
                    <p>{words.endText(deputy.deputy.name)}</p>
                  </ConfirmDialog>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {principals.length > 0 ? (
        <DeputyForm organisationId={id} principals={principals} today={today} />
      ) : null}
    </Section>
  )
}

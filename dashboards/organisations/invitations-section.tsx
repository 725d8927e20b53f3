import type { Role } from '../../domain/index.ts'
import type { Invitation } from '../api-types.ts'
import { formatDay } from '../format/date.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { InviteForm } from './invite-form.tsx'
import { roleName } from './organisation-words.ts'

interface Props {
  /** Null: the whole county. */
  organisationId: string | null
  /** Roles that the reader may give there. */
  grant: readonly Role[]
  invitations: readonly Invitation[]
}

/** Invitations that wait; who may gives roles here sends, repeats and withdraws them. */
export function InvitationsSection({ organisationId, grant, invitations }: Props) {
  const { t, language } = useApp()
  const words = t.organisation.invitations
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  return (
    <Section heading={words.heading} text={words.text} problem={problem}>
      {invitations.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="entries">
          {invitations.map(({ id: invitation, email, role, sentAt, expiresAt, expired }) => (
            <li key={invitation}>
              <div>
                <p className="row">
                  <b>{email}</b>
                  {expired ? <Tag tone="signal">{words.expired}</Tag> : null}
                </p>
                <p>{roleName(role, language)}</p>
                <p className="meta">
                  {words.sentAt(formatDay(sentAt, language))} · {words.until(formatDay(expiresAt, language))}
                </p>
              </div>
              {grant.includes(role) ? (
                <div className="row needs-scripts">
                  <Button
                    aria-label={words.againLabel(email)}
                    isDisabled={busy}
                    onPress={() =>
                      void run('POST', `/api/invitations/${invitation}/resend`, null, words.againDone)
                    }
                  >
                    {words.again}
                  </Button>
                  <ConfirmDialog
                    open={words.withdraw}
                    openLabel={`${words.withdraw}: ${email}`}
                    title={words.withdrawTitle}
                    confirm={words.withdraw}
                    confirmKind="danger"
                    cancel={t.account.cancel}
                    isDisabled={busy}
                    onConfirm={() =>
                      void run('DELETE', `/api/invitations/${invitation}`, null, words.withdrawn)
                    }
                  >
                    <p>{words.withdrawText(email)}</p>
                  </ConfirmDialog>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {grant.length > 0 ? <InviteForm organisationId={organisationId} roles={grant} /> : null}
    </Section>
  )
}

import { useState } from 'react'
import type { OpenInvitation } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { SignOutButton } from '../shell/sign-out-button.tsx'
import { useCommand } from '../shell/use-command.ts'
import { InvitationAccount } from './invitation-account.tsx'

/** What the reader can do with an open invitation: it depends on who they are, if they are anybody yet. */
export function InvitationAnswer({ invitation, token }: { invitation: OpenInvitation; token: string }) {
  const { t, session, path } = useApp()
  const href = useHref()
  const words = t.invitation
  const { problem, run } = useCommand(words.refusals)
  const [busy, setBusy] = useState(false)
  const { organisation, mine, hasAccount } = invitation
  const email = invitation.email ?? ''
  const landing = organisation ? href('organisation', { id: organisation.id }) : href('account')

  if (session && mine) {
    const accept = async () => {
      setBusy(true)
      const body = { token, account: null }
      // A full load: the roles of the session are others now.
      if (await run('POST', '/api/invitations/accept', body, null, { stay: true }))
        window.location.assign(landing)
      else setBusy(false)
    }
    return (
      <>
        {problem === null ? null : (
          <Note tone="error" live>
            {problem}
          </Note>
        )}
        <p>{words.acceptText(session.user.name)}</p>
        <div className="needs-scripts">
          <Button kind="primary" busyText={busy ? words.accepting : null} onPress={() => void accept()}>
            {words.accept}
          </Button>
        </div>
      </>
    )
  }
  if (session)
    return (
      <>
        <Note tone="signal">{words.other(session.user.email, email)}</Note>
        <div className="needs-scripts">
          <SignOutButton text={words.signOut} next={path} />
        </div>
      </>
    )
  if (hasAccount)
    return (
      <>
        <p>{words.hasAccount(email)}</p>
        <p>
          <a
            className="button primary"
            href={href('sign-in', {}, new URLSearchParams({ next: path }))}
            data-nav=""
          >
            {words.signIn}
          </a>
        </p>
      </>
    )
  return <InvitationAccount email={email} token={token} landing={landing} />
}

import { useState } from 'react'
import { useApp, useHref } from './app-context.ts'
import { send } from './send.ts'

/** Signing out needs the CSRF header, so it is a request of the script and not a form. */
export function SignOutButton({ text = null, next = null }: { text?: string | null; next?: string | null }) {
  const { t, session } = useApp()
  const href = useHref()
  const [busy, setBusy] = useState(false)
  if (!session) return null
  const signOut = async () => {
    setBusy(true)
    await send('DELETE', '/api/session', session.csrfToken)
    window.location.assign(next ?? href('home'))
  }
  return (
    <button type="button" className="button" onClick={signOut} disabled={busy}>
      {text ?? t.site.signOut}
    </button>
  )
}

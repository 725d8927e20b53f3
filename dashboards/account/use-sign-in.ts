import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'react'
import type { Session } from '../api-types.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { type Sent, send } from '../shell/send.ts'
import { landingPage } from './landing-page.ts'

type Refused = Sent<Session> & { ok: false }

/** Sends one way to sign in at a time; who is in goes on to where they wanted to. */
export function useSignIn(next: string | null) {
  const { t } = useApp()
  const href = useHref()
  const [busy, setBusy] = useState<'form' | 'passkey' | null>(null)

  /** The refusal, or null when the browser is on its way already. */
  const submit = async (path: string, body: unknown): Promise<Refused | null> => {
    setBusy('form')
    const answer = await send<Session>('POST', path, null, body)
    if (!answer.ok) {
      setBusy(null)
      return answer
    }
    // A full load, so that nothing drawn for the visitor before stays on the page.
    const { value: session } = answer
    window.location.assign((session.lacksFactor ? null : next) ?? href(landingPage(session)))
    return null
  }

  /** The reason why not, or null. */
  const usePasskey = async (): Promise<string | null> => {
    setBusy('passkey')
    const refused = (text: string) => {
      setBusy(null)
      return text
    }
    // Most people sign in without it: it is loaded for those who press the button.
    const { browserSupportsWebAuthn, startAuthentication } = await import('@simplewebauthn/browser')
    if (!browserSupportsWebAuthn()) return refused(t.strong.passkeyUnsupported)
    const options = await send<PublicKeyCredentialRequestOptionsJSON>(
      'POST',
      '/api/session/passkey/options',
      null,
    )
    if (!options.ok) return refused(t.signIn.failed)
    const answer = await startAuthentication({ optionsJSON: options.value }).catch(() => null)
    if (!answer) return refused(t.strong.passkeyCancelled)
    return (await submit('/api/session/passkey', answer)) ? refused(t.strong.passkeyCancelled) : null
  }
  return { busy, submit, usePasskey }
}

import type { OidcProvider } from '../api-types.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useSignIn } from './use-sign-in.ts'

interface Props {
  providers: readonly OidcProvider[]
  next: string | null
  onProblem(reason: string | null): void
}

/** Signing in without a password: by a passkey, or at a provider. */
export function OtherWaysIn({ providers, next, onProblem }: Props) {
  const { t } = useApp()
  const href = useHref()
  const { busy, usePasskey: askPasskey } = useSignIn(next)
  // Whoever is signed in and comes to the sign-in page is led on to the page that fits their roles.
  const target = new URLSearchParams({ next: next ?? href('sign-in') })
  const withPasskey = async () => {
    if (busy) return
    onProblem(null)
    onProblem(await askPasskey())
  }
  return (
    <div className="other-ways">
      <p className="divider">
        <span>{t.strong.or}</span>
      </p>
      <Button busyText={busy ? t.strong.passkeyWaiting : null} onPress={() => void withPasskey()}>
        {t.strong.withPasskey}
      </Button>
      {providers.map(provider => (
        <a
          key={provider.name}
          className={buttonClass('normal')}
          href={`/api/session/oidc/${provider.name}?${target}`}
        >
          {t.strong.withProvider(provider.label)}
        </a>
      ))}
    </div>
  )
}

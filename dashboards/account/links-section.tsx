import type { Account, LinkedIdentity, OidcProvider } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { ConfirmIdentity } from './confirm-identity.tsx'

interface Props {
  account: Account
  links: readonly LinkedIdentity[]
  providers: readonly OidcProvider[]
}

/** Identities of providers that open the account. */
export function LinksSection({ account, links, providers }: Props) {
  const { t, language } = useApp()
  const href = useHref()
  const texts = t.strong.links
  const action = useCommand()
  const add = async (provider: string) => {
    const body = { provider, next: href('security') }
    const begun = await action.run<{ location: string }>('POST', '/api/account/links', body, null)
    if (begun) window.location.assign(begun.value.location)
  }
  const asksIdentity = action.code === 'confirmation_needed'
  return (
    <Section heading={texts.heading} text={texts.text} problem={asksIdentity ? null : action.problem}>
      {links.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="entries">
          {links.map(link => (
            <li key={link.id}>
              <div>
                <b>{link.label}</b>
                <dl className="facts">
                  <dt>{texts.created}</dt>
                  <dd>{formatInstant(link.createdAt, language)}</dd>
                  <dt>{texts.lastUsed}</dt>
                  <dd>{link.lastUsedAt === null ? texts.never : formatInstant(link.lastUsedAt, language)}</dd>
                </dl>
              </div>
              <ConfirmDialog
                open={texts.remove}
                title={texts.removeTitle}
                confirm={texts.removeYes}
                confirmKind="danger"
                cancel={texts.removeNo}
                isDisabled={action.busy}
                onConfirm={() =>
                  void action.run('DELETE', `/api/account/links/${link.id}`, null, texts.removed)
                }
              >
                <p>{texts.removeText(link.label)}</p>
              </ConfirmDialog>
            </li>
          ))}
        </ul>
      )}
      {asksIdentity ? <ConfirmIdentity hasPassword={account.hasPassword} onDone={action.forget} /> : null}
      <div className="row">
        {providers.map(provider => (
          <Button key={provider.name} isDisabled={action.busy} onPress={() => void add(provider.name)}>
            {texts.add(provider.label)}
          </Button>
        ))}
      </div>
    </Section>
  )
}

import type { PageModule, SecurityData } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { LinksSection } from './links-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import { TotpSection } from './totp-section.tsx'

/** How the account is kept safe, a section for each means. */
function SecurityPage({ data }: { data: SecurityData }) {
  const { account, sessions, tokens, secondFactor, passkeys, links, providers } = data
  const { t } = useApp()
  const href = useHref()
  return (
    <div className="narrow">
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.account.title, href: href('account') }]}
        here={t.security.title}
      />
      <header className="page-head">
        <h1>{t.security.title}</h1>
        <p>{t.security.lead}</p>
      </header>
      <noscript>
        <Note tone="signal">{t.site.needsScripts}</Note>
      </noscript>
      <PasswordSection account={account} />
      <TotpSection account={account} secondFactor={secondFactor} />
      <PasskeysSection account={account} passkeys={passkeys} />
      {links.length + providers.length > 0 ? (
        <LinksSection account={account} links={links} providers={providers} />
      ) : null}
      <SessionsSection sessions={sessions} />
      <TokensSection tokens={tokens} />
    </div>
  )
}

export const securityPage: PageModule<SecurityData> = {
  Page: SecurityPage,
  head: (_, { t }) => ({ title: t.security.title, description: t.security.lead }),
}

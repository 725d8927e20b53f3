import type { PageModule, SecurityData } from '../page-types.ts'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { AccountHead } from './account-head.tsx'
import { LinksSection } from './links-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import { TotpSection } from './totp-section.tsx'

/** How the account is kept safe, a section for each means. */
function SecurityPage({ data }: { data: SecurityData }) {
  const { account, sessions, tokens, secondFactor, passkeys, links, providers } = data
  const { t, session } = useApp()
  return (
    <div className="narrow">
      <AccountHead title={t.security.title} lead={t.security.lead} needsScripts />
      {session?.lacksFactor ? (
        <Note tone="signal">
          <b>{t.strong.required.title}.</b> {t.strong.required.here}
        </Note>
      ) : null}
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

import type { PageModule, SecurityData } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TokensSection } from './tokens-section.tsx'

/** How the account is kept safe, a section for each means. */
function SecurityPage({ data: { account, sessions, tokens } }: { data: SecurityData }) {
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
      <SessionsSection sessions={sessions} />
      <TokensSection tokens={tokens} />
    </div>
  )
}

export const securityPage: PageModule<SecurityData> = {
  Page: SecurityPage,
  head: (_, { t }) => ({ title: t.security.title, description: t.security.lead }),
}

import type { PageModule, ProfileData } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { DetailsSection } from './details-section.tsx'
import { DeletionSection, EmailSection } from './email-and-deletion.tsx'

function ProfilePage({ data: { account } }: { data: ProfileData }) {
  const { t } = useApp()
  const href = useHref()
  return (
    <div className="narrow">
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.account.title, href: href('account') }]}
        here={t.profile.title}
      />
      <header className="page-head">
        <h1>{t.profile.title}</h1>
        <p>{t.profile.lead}</p>
      </header>
      <noscript>
        <Note tone="signal">{t.site.needsScripts}</Note>
      </noscript>
      <DetailsSection account={account} />
      <EmailSection account={account} />
      <DeletionSection account={account} />
    </div>
  )
}

export const profilePage: PageModule<ProfileData> = {
  Page: ProfilePage,
  head: (_, { t }) => ({ title: t.profile.title, description: t.profile.lead }),
}

import type { PageModule, ProfileData } from '../page-types.ts'
import { useApp } from '../shell/app-context.ts'
import { AccountHead } from './account-head.tsx'
import { DetailsSection } from './details-section.tsx'
import { DeletionSection, EmailSection } from './email-and-deletion.tsx'

function ProfilePage({ data: { account } }: { data: ProfileData }) {
  const { t } = useApp()
  return (
    <div className="narrow">
      <AccountHead title={t.profile.title} lead={t.profile.lead} needsScripts />
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

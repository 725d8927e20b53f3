import type { PageModule, VerifyData } from '../page-types.ts'
import { useApp } from '../shell/app-context.ts'
import { VerificationForm } from './verification-form.tsx'

function VerifyPage({ data: { given } }: { data: VerifyData }) {
  const { t } = useApp()
  return (
    <div className="narrow">
      <h1>{t.verify.title}</h1>
      <p className="lead">{t.verify.lead}</p>
      <VerificationForm given={given} />
      <p>{t.verification.privacy}</p>
    </div>
  )
}

export const verifyPage: PageModule<VerifyData> = {
  Page: VerifyPage,
  head: (_, { t }) => ({ title: t.verify.title, description: t.verify.lead }),
}

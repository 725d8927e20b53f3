import { AccountHead } from '../account/account-head.tsx'
import { MandateCertificate } from '../mandates/mandate-certificate.tsx'
import { MandateFacts } from '../mandates/mandate-facts.tsx'
import { MandateProofs } from '../mandates/mandate-proofs.tsx'
import { MandateTimeline } from '../mandates/mandate-timeline.tsx'
import { principalName } from '../mandates/mandate-words.ts'
import type { MandateData, PageModule } from '../page-types.ts'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { MandateActions } from './mandate-actions.tsx'

function MandatePage({ data: { mandate, proofs } }: { data: MandateData }) {
  const { t } = useApp()
  const href = useHref()
  const words = t.mandates
  return (
    <div className="narrow">
      <AccountHead
        title={words.heading(principalName(mandate, t))}
        lead={null}
        between={[{ text: words.title, href: href('mandates') }]}
        here={mandate.number}
      />
      {mandate.state === 'confirmed' && !mandate.active ? <Note tone="signal">{words.notYet}</Note> : null}
      <MandateFacts mandate={mandate} />
      <MandateActions mandate={mandate} />
      <MandateProofs proofs={proofs} />
      <MandateCertificate mandate={mandate} />
      <MandateTimeline mandate={mandate} />
    </div>
  )
}

export const mandatePage: PageModule<MandateData> = {
  Page: MandatePage,
  head: ({ mandate }, { t }) => ({
    title: t.mandates.heading(principalName(mandate, t)),
    description: t.mandates.lead,
  }),
}

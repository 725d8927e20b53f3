import { AccountHead } from '../account/account-head.tsx'
import { MandateCertificate } from '../mandates/mandate-certificate.tsx'
import { MandateFacts } from '../mandates/mandate-facts.tsx'
import { MandateProofs } from '../mandates/mandate-proofs.tsx'
import { MandateTimeline } from '../mandates/mandate-timeline.tsx'
import { principalName } from '../mandates/mandate-words.ts'
import type { MandateData, PageModule } from '../page-types.ts'
import { Section } from '../parts/section.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { DecisionForm, decisionsOf } from './decision-form.tsx'

/** States in which an official always has something to decide, but not about what is theirs. */
const OPEN: readonly MandateData['mandate']['state'][] = ['submitted', 'completion', 'confirmed']

/** What an official decides about a mandate; a clerk and an auditor read it. */
function OfficeMandatePage({ data: { mandate, proofs } }: { data: MandateData }) {
  const { t, session } = useApp()
  const href = useHref()
  const words = t.officeMandates
  const decides = session?.user.roles.includes('official') ?? false
  return (
    <div className="narrow">
      <AccountHead
        title={t.mandates.heading(principalName(mandate, t))}
        lead={null}
        between={[{ text: words.title, href: href('office-mandates') }]}
        here={mandate.number}
      />
      <MandateFacts mandate={mandate} />
      <MandateProofs proofs={proofs} />
      {decides ? (
        <Section heading={words.decide} text={null} problem={null}>
          {decisionsOf(mandate).length > 0 ? (
            <DecisionForm mandate={mandate} />
          ) : (
            <p>{OPEN.includes(mandate.state) ? words.own : words.nothing}</p>
          )}
        </Section>
      ) : null}
      <MandateCertificate mandate={mandate} />
      <MandateTimeline mandate={mandate} />
    </div>
  )
}

export const officeMandatePage: PageModule<MandateData> = {
  Page: OfficeMandatePage,
  head: ({ mandate }, { t }) => ({
    title: t.mandates.heading(principalName(mandate, t)),
    description: t.officeMandates.lead,
  }),
}

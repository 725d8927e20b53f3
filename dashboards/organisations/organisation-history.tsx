import type { OrganisationDetails } from '../api-types.ts'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { historyOf } from './organisation-words.ts'

/** What it was called, what it was and whom it belonged to, through time. */
export function OrganisationHistory({ organisation }: { organisation: OrganisationDetails }) {
  const { t, language } = useApp()
  const words = t.organisation.history
  const entries = historyOf(organisation, language, t)
  if (entries.length === 0) return null
  return (
    <Section heading={words.heading} text={null} problem={null}>
      <ol className="timeline">
        {entries.map(({ key, days, text, upcoming }) => (
          <li key={key}>
            <p className="row">
              <span>{text}</span>
              {upcoming ? <Tag tone="signal">{words.upcoming}</Tag> : null}
            </p>
            <p className="meta">{days}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

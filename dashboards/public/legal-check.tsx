import type { Rule } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'

/** Whether a lawyer has to confirm the rule, or who did. */
export function LegalCheck({ rule }: { rule: Rule }) {
  const { t, language } = useApp()
  if (rule.confirmed) {
    return <span>{t.rules.confirmedBy(rule.confirmed.by, formatDate(rule.confirmed.on, language))}</span>
  }
  if (!rule.toBeConfirmed) return null
  return (
    <Tag tone="signal" title={t.rules.toBeConfirmedLong}>
      {t.rules.toBeConfirmed}
    </Tag>
  )
}

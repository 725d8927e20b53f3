import type { Rule } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { AddRuleForm } from '../office/add-rule-form.tsx'
import { ConfirmRuleForm } from '../office/confirm-rule-form.tsx'
import type { PageModule, RuleData } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { LegalCheck } from './legal-check.tsx'
import { ruleValue } from './rule-words.ts'

interface RowProps {
  rule: Rule
  /** The row that took its place, or will. */
  successor: Rule | null
  today: string
}

function RowState({ rule, successor, today }: RowProps) {
  const { t, language } = useApp()
  if (rule.validFrom > today) return <Tag>{t.rules.future}</Tag>
  if (successor && successor.validFrom <= today)
    return <Tag>{t.rules.replaced(formatDate(successor.validFrom, language))}</Tag>
  return <Tag tone="good">{t.rules.inForce}</Tag>
}

function Row(props: RowProps) {
  const { rule, today } = props
  const { t, language, session } = useApp()
  const isAdmin = session?.user.roles.includes('admin') ?? false
  return (
    <li className="setting">
      <h2 className="row">
        {ruleValue(rule, t, language)}
        <RowState {...props} />
      </h2>
      <p>{rule.explanation[language]}</p>
      {rule.prolonged && rule.unit.endsWith('_days') ? <p>{t.rules.prolonged}</p> : null}
      <dl className="facts">
        <dt>{t.rules.from}</dt>
        <dd>{formatDate(rule.validFrom, language)}</dd>
        <dt>{t.rules.article}</dt>
        <dd lang="ro">{rule.article}</dd>
        <dt>{t.rules.state}</dt>
        <dd>{rule.confirmed || rule.toBeConfirmed ? <LegalCheck rule={rule} /> : t.rules.asWritten}</dd>
      </dl>
      {isAdmin && rule.toBeConfirmed ? <ConfirmRuleForm rule={rule} today={today} /> : null}
    </li>
  )
}

function RulePage({ data: { rows, today } }: { data: RuleData }) {
  const { t, language, session } = useApp()
  const href = useHref()
  const [newest] = rows
  if (!newest) return null
  const group = newest.code.split('.')[0] ?? ''
  return (
    <div className="narrow">
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.rules.linkText, href: href('rules') }]}
        here={newest.names[language]}
      />
      <header className="page-head">
        <p className="meta">{t.rules.groups[group] ?? group}</p>
        <h1>{newest.names[language]}</h1>
        <p>{t.rules.history(rows.length)}</p>
      </header>
      <ul className="stack">
        {rows.map((rule, index) => (
          <Row key={rule.validFrom} rule={rule} successor={rows[index - 1] ?? null} today={today} />
        ))}
      </ul>
      {session?.user.roles.includes('admin') ? <AddRuleForm key={newest.validFrom} last={newest} /> : null}
    </div>
  )
}

export const rulePage: PageModule<RuleData> = {
  Page: RulePage,
  head: ({ rows: [newest] }, { t, language }) => ({
    title: newest?.names[language] ?? t.rules.title,
    description: newest?.explanation[language] ?? t.rules.lead,
  }),
}

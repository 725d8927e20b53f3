import type { Rule } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import type { PageModule, RulesData } from '../page-types.ts'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { LegalCheck } from './legal-check.tsx'
import { groupRules, ruleValue } from './rule-words.ts'

function DayForm({ on, today }: Pick<RulesData, 'on' | 'today'>) {
  const { t } = useApp()
  const href = useHref()
  return (
    <form action={href('rules')} data-nav="" className="row page-tools">
      <label className="choice">
        {t.rules.day}
        <input key={on} type="date" name="on" className="input" required defaultValue={on} />
      </label>
      <button type="submit" className="button">
        {t.rules.show}
      </button>
      {today ? null : (
        <a href={href('rules')} data-nav="">
          {t.rules.backToToday}
        </a>
      )}
      <a href={href('holidays')} data-nav="">
        {t.rules.holidays}
      </a>
    </form>
  )
}

function RuleItem({ rule }: { rule: Rule }) {
  const { t, language } = useApp()
  const href = useHref()
  return (
    <li className="rule">
      <p className="rule-value">{ruleValue(rule, t, language)}</p>
      <div className="stack">
        <h3>
          <a href={href('rule', { rule: rule.code })} data-nav="">
            {rule.names[language]}
          </a>
        </h3>
        <p>{rule.explanation[language]}</p>
        <p className="row meta">
          <span lang="ro">{rule.article}</span>
          <span>{t.rules.since(formatDate(rule.validFrom, language))}</span>
          <LegalCheck rule={rule} />
        </p>
      </div>
    </li>
  )
}

function RulesPage({ data: { on, today, rules } }: { data: RulesData }) {
  const { t, language } = useApp()
  const groups = groupRules(rules, t)
  const waiting = rules.filter(rule => rule.toBeConfirmed).length
  const title = (group: string) => t.rules.groups[group] ?? group
  return (
    <>
      <header className="page-head">
        <h1>{t.rules.heading(rules.length, formatDate(on, language))}</h1>
        <p className="lead">{t.rules.lead}</p>
        {waiting === 0 ? null : <p>{t.rules.waiting(waiting)}</p>}
      </header>
      <DayForm on={on} today={today} />
      {groups.length === 0 ? (
        <EmptyState title={t.rules.none}>
          <p>{t.rules.noneText}</p>
        </EmptyState>
      ) : (
        <div className="rules">
          <nav aria-label={t.rules.groupsLabel}>
            <ul>
              {groups.map(({ group }) => (
                <li key={group}>
                  <a href={`#${group}`}>{title(group)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            {groups.map(({ group, rules: found }) => (
              <section key={group} id={group} aria-labelledby={`${group}-heading`}>
                <h2 id={`${group}-heading`}>{title(group)}</h2>
                <ul>
                  {found.map(rule => (
                    <RuleItem key={rule.code} rule={rule} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </div>
      )}
    </>
  )
}

export const rulesPage: PageModule<RulesData> = {
  Page: RulesPage,
  head: (_, { t }) => ({ title: t.rules.title, description: t.rules.lead }),
}

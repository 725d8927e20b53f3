import { formatDate, formatDay } from '../format/date.ts'
import type { BudgetData } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { Note } from '../parts/states.tsx'
import { Tag } from '../parts/tag.tsx'
import { namesFor, useApp, useHref } from '../shell/app-context.ts'
import { changed, writeState } from './budget-state.ts'
import { headline } from './budget-words.ts'
import { HiddenState } from './hidden-state.tsx'

export function BudgetHeader({ data }: { data: BudgetData }) {
  const { language, t } = useApp()
  const href = useHref()
  const { entity, budget, state } = data
  const { own, other } = namesFor(entity.names, language)
  return (
    <header className="page-head">
      <h1>{headline(data, language, t)}</h1>
      <p className="meta">
        {own}
        {other ? (
          <>
            {' · '}
            <span lang={other.language}>{other.name}</span>
          </>
        ) : null}
        {` · ${t.budget.cui} ${entity.cui ?? ''}`}
        {budget ? (
          <>
            {` · ${t.budget.stateAt} `}
            <b>{formatDate(budget.at, language)}</b>
            {` · ${t.budget.publishedOn} ${formatDay(budget.report.publishedAt, language)}, `}
            {t.budget.version(budget.report.version)}
          </>
        ) : null}{' '}
        {budget ? <Tag tone="good">{t.marks.verified}</Tag> : null}{' '}
        {entity.demo ? <Tag tone="signal">{t.marks.demo}</Tag> : null}
      </p>
      {entity.parent ? (
        <p className="meta">
          {`${t.budget.subordinateTo} `}
          <a href={href('budget', { cui: entity.parent.cui })} data-nav="">
            {entity.parent.names[language]}
          </a>
        </p>
      ) : null}
      {entity.demo ? <Note tone="signal">{t.marks.demoLong}</Note> : null}
      {entity.sample ? (
        <Note tone="signal">
          <b>{t.marks.sampleStart}</b> {t.marks.sampleLong}
        </Note>
      ) : null}
      {budget && state.asOf !== null ? (
        <Note tone="signal">
          {/^\d{1,7}$/.test(state.asOf)
            ? t.budget.asOfPublication(state.asOf)
            : t.budget.asOfNote(formatDay(state.asOf, language))}{' '}
          {budget.report.current ? null : `${t.budget.notCurrent} `}
          <a
            href={href('budget', { cui: entity.cui ?? '' }, writeState(changed(state, { asOf: null })))}
            data-nav=""
          >
            {t.budget.backToNow}
          </a>
        </Note>
      ) : null}
      {budget ? <PeriodForms data={data} at={budget.at} reportType={budget.report.reportType} /> : null}
    </header>
  )
}

function PeriodForms({ data, at, reportType }: { data: BudgetData; at: string; reportType: string }) {
  const { language, t } = useApp()
  const href = useHref()
  const { entity, state } = data
  const closed = changed(state, {})
  const action = href('budget', { cui: entity.cui ?? '' })
  const types = new Set(entity.periods.map(period => period.reportType))
  const periods = entity.periods.filter(period => period.reportType === reportType)
  const otherTypes = [...types].filter(type => type !== reportType)
  return (
    <div className="row page-tools">
      <form action={action} data-nav="">
        <HiddenState state={closed} except={['at', 'reportType']} />
        {types.size > 1 ? <input type="hidden" name="reportType" value={reportType} /> : null}
        <NativeSelect
          key={at}
          label={t.budget.choosePeriod}
          name="at"
          defaultValue={at}
          options={periods.map(period => ({ value: period.at, text: formatDate(period.at, language) }))}
          submit={t.budget.show}
        />
      </form>
      {otherTypes.map(type => (
        <a
          key={type}
          href={href(
            'budget',
            { cui: entity.cui ?? '' },
            writeState(changed(state, { reportType: type, at: null })),
          )}
          data-nav=""
        >
          {type}
        </a>
      ))}
      <details className="as-of">
        <summary>{t.budget.changeAsOf}</summary>
        <form action={action} data-nav="" className="row">
          <HiddenState state={closed} except={['asOf']} />
          <label className="choice">
            {t.budget.asOfLabel}
            <input
              type="date"
              name="asOf"
              className="input"
              required
              defaultValue={state.asOf?.includes('-') ? state.asOf.slice(0, 10) : undefined}
            />
          </label>
          <button type="submit" className="button">
            {t.budget.show}
          </button>
        </form>
      </details>
    </div>
  )
}

import type { ReactNode } from 'react'
import { formatDate } from '../format/date.ts'
import { ExtraDayForm } from '../office/extra-day-form.tsx'
import type { HolidaysData, PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { LinkTabs } from '../parts/link-tabs.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

/** Monday is 0. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

function Days({ caption, columns, children }: { caption: string; columns: string[]; children: ReactNode }) {
  return (
    <table className="days">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function DayName({ day }: { day: string }) {
  const { t, language } = useApp()
  return (
    <th scope="row">
      {formatDate(day, language)} <span className="meta">{t.holidays.weekdays[weekday(day)]}</span>
    </th>
  )
}

function HolidaysPage({ data: { calendar, today } }: { data: HolidaysData }) {
  const { t, language, session } = useApp()
  const href = useHref()
  const words = t.holidays
  const { year, holidays, extraDays } = calendar
  const thisYear = Number(today.slice(0, 4))
  const years = [...new Set([year, thisYear - 1, thisYear, thisYear + 1, thisYear + 2])].sort()
  return (
    <div className="narrow">
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: words.backToRules, href: href('rules') }]}
        here={t.rules.holidays}
      />
      <header className="page-head">
        <h1>{words.title(year)}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      <LinkTabs
        label={words.years}
        tabs={years.map(one => ({
          id: String(one),
          text: String(one),
          href: href('holidays', {}, new URLSearchParams({ year: String(one) })),
          selected: one === year,
        }))}
      />
      <Days caption={words.title(year)} columns={[words.day, words.holiday]}>
        {holidays.map(({ day, holiday, names }) => (
          <tr key={`${day} ${holiday}`}>
            <DayName day={day} />
            <td>{names[language]}</td>
          </tr>
        ))}
      </Days>
      <section className="stack">
        <h2>{words.extraHeading}</h2>
        {extraDays.length === 0 ? (
          <p className="meta">{words.extraNone}</p>
        ) : (
          <Days caption={words.extraHeading} columns={[words.day, words.kind, words.act]}>
            {extraDays.map(({ day, kind, act }) => (
              <tr key={day}>
                <DayName day={day} />
                <td>
                  <Tag tone={kind === 'free' ? 'good' : 'signal'}>{words.kinds[kind] ?? kind}</Tag>
                </td>
                <td lang="ro">{act}</td>
              </tr>
            ))}
          </Days>
        )}
      </section>
      {session?.user.roles.includes('admin') ? <ExtraDayForm /> : null}
    </div>
  )
}

export const holidaysPage: PageModule<HolidaysData> = {
  Page: HolidaysPage,
  head: ({ calendar }, { t }) => ({ title: t.holidays.title(calendar.year), description: t.holidays.lead }),
}

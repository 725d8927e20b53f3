import type { Submission } from '../api-types.ts'
import { formatDate, formatInstant } from '../format/date.ts'
import { MISSING } from '../format/number.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { StateTag } from './state-tag.tsx'

interface Props {
  caption: string
  items: readonly Submission[]
  /** The submission whose page this is. */
  here: string | null
}

export function SubmissionsTable({ caption, items, here }: Props) {
  const { t, language } = useApp()
  const href = useHref()
  return (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.reports.period}</th>
            <th scope="col">{t.reports.state}</th>
            <th scope="col">{t.reports.version}</th>
            <th scope="col">{t.reports.entity}</th>
            <th scope="col">{t.reports.file}</th>
            <th scope="col">{t.reports.received}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id} className={item.id === here ? 'selected' : undefined}>
              <th scope="row">
                <a
                  href={href('submission', { id: item.id })}
                  data-nav=""
                  aria-current={item.id === here ? 'page' : undefined}
                >
                  {item.periodEnd === null ? t.reports.unknown : formatDate(item.periodEnd, language)}
                </a>
              </th>
              <td>
                <StateTag status={item.status} />
              </td>
              <td>{item.version ?? MISSING}</td>
              <td>
                {item.entity ? (
                  item.entity.names[language]
                ) : (
                  <abbr title={t.reports.unknownReason}>{MISSING}</abbr>
                )}
              </td>
              <td className="file-name">{item.fileName}</td>
              <td>{formatInstant(item.receivedAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

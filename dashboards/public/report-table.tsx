import type { EntitySummary } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { formatLarge, formatLei } from '../format/money.ts'
import { useApp } from '../shell/app-context.ts'
import { EntityName } from './entity-name.tsx'

function Amount({ amount }: { amount: string }) {
  const { language } = useApp()
  return <span title={formatLei(amount, language)}>{formatLarge(amount, language)}</span>
}

/** Entities with the totals of their latest report. */
export function ReportTable({ entities, caption }: { entities: readonly EntitySummary[]; caption: string }) {
  const { language, t } = useApp()
  return (
    <table className="reports-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.entities.name}</th>
          <th scope="col" className="wide">
            {t.entities.state}
          </th>
          <th scope="col" className="number wide">
            {t.entities.revenue}
          </th>
          <th scope="col" className="number">
            {t.entities.expenditure}
          </th>
        </tr>
      </thead>
      <tbody>
        {entities.map(entity => (
          <tr key={entity.cui ?? entity.siruta}>
            <th scope="row">
              <EntityName entity={entity} linked />
            </th>
            <td className="wide">{entity.latest ? formatDate(entity.latest.at, language) : '—'}</td>
            <td className="number wide">{entity.latest ? <Amount amount={entity.latest.revenue} /> : '—'}</td>
            <td className="number">
              {entity.latest ? <Amount amount={entity.latest.expenditure} /> : '—'}
              {entity.latest ? (
                <span className="narrow-only code">{formatDate(entity.latest.at, language)}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { CONTACT_KIND_NAMES, CONTACT_KINDS, LIST_COLUMNS, type ListKind, ROLES } from '../../domain/index.ts'
import type { ListResult } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { kindName, roleName } from '../organisations/organisation-words.ts'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'

/** So many rows are read; the rest is told by its number. */
const SHOWN = 200
const TONES: Readonly<Record<ListResult['items'][number]['outcome'], TagTone>> = {
  add: 'good',
  change: 'signal',
  same: 'plain',
}

/** Everything that is to be put right, at its place in the file. */
export function ListMistakes({ result: { mistakes } }: { result: ListResult }) {
  const { t } = useApp()
  const words = t.lists
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes">{words.mistakesHeading(mistakes.length)}</h2>
      <p>{words.mistakesText}</p>
      <ol className="list-mistakes">
        {mistakes.slice(0, SHOWN).map(({ cell, row, column, message, fix }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: mistakes of a file have no identity
          <li key={index}>
            <span className="list-place">
              <b>{cell ?? (row === null ? words.wholeFile : words.rowOf(row))}</b>
              {column === null ? null : <span className="meta">{column}</span>}
            </span>
            <span>
              {message} <span className="meta">{fix}</span>
            </span>
          </li>
        ))}
      </ol>
      {mistakes.length > SHOWN ? <p>{words.more(mistakes.length - SHOWN)}</p> : null}
    </section>
  )
}

/** What comes of each row; those that change nothing are only counted. */
export function ListItems({ kind, result: { items } }: { kind: ListKind; result: ListResult }) {
  const { t, language } = useApp()
  const words = t.lists
  const changing = items.filter(({ outcome }) => outcome !== 'same')
  const headers = new Map(LIST_COLUMNS[kind].map(({ id, names }) => [id, names[language]]))
  const shownAs = (column: string, value: string): string => {
    if (value === '') return words.empty
    const contact =
      kind === 'contacts' && column === 'kind' ? CONTACT_KINDS.find(one => one === value) : undefined
    if (contact) return CONTACT_KIND_NAMES[contact][language]
    if (column === 'kind') return kindName(value, t)
    const role = column === 'role' ? ROLES.find(one => one === value) : undefined
    if (role) return roleName(role, language)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value
  }
  if (changing.length === 0) return null
  return (
    <section aria-labelledby="items">
      <h2 id="items">{words.itemsHeading}</h2>
      <table className="stacked">
        <caption className="visually-hidden">{words.itemsHeading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.changes}</th>
          </tr>
        </thead>
        <tbody>
          {changing.slice(0, SHOWN).map(({ row, outcome, title, changes }) => (
            <tr key={row}>
              <th scope="row">{words.rowOf(row)}</th>
              <td>{title}</td>
              <td>
                <Tag tone={TONES[outcome]}>{words.outcomes[outcome]}</Tag>
              </td>
              <td>
                {changes.map(({ column, before, after }) => (
                  <p key={`${column} ${after}`}>
                    <span className="meta">{headers.get(column) ?? column}: </span>
                    {outcome === 'change' ? (
                      <>
                        <del>{shownAs(column, before)}</del> → <ins>{shownAs(column, after)}</ins>
                      </>
                    ) : (
                      shownAs(column, after)
                    )}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing.length > SHOWN ? <p>{words.more(changing.length - SHOWN)}</p> : null}
    </section>
  )
}

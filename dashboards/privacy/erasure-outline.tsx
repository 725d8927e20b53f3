import type { Processing } from '../api-types.ts'
import { useApp } from '../shell/app-context.ts'
import { useTerm } from './term-words.ts'

/** Kept as long as the account lies with the account: after an erasure nothing is left of it that a term could be counted for. */
const keptByLaw = ({ onErasure, retention }: Processing['fields'][number]): boolean =>
  onErasure === 'pseudonymised' && (retention.kind === 'years' || retention.kind === 'permanent')

/** What an erasure takes away, and what the law keeps and for how long: from the register of processing, not from a text of ours. */
export function ErasureOutline({ items }: { items: readonly Processing[] }) {
  const { t, language } = useApp()
  const term = useTerm()
  const words = t.erasure
  const goes = items.flatMap(item => {
    const fields = item.fields.filter(({ onErasure }) => onErasure === 'deleted')
    return fields.length === 0 ? [] : [{ item, fields }]
  })
  const stays = items.flatMap(item => {
    const fields = item.fields.filter(keptByLaw)
    return fields.length === 0 ? [] : [{ item, fields }]
  })
  return (
    <div className="outline">
      <section className="stack" aria-labelledby="goes">
        <h2 id="goes">{words.goes}</h2>
        <p className="meta">{words.goesText}</p>
        <dl className="outline-list">
          {goes.map(({ item, fields }) => (
            <div key={item.code}>
              <dt>{item.name[language]}</dt>
              {fields.map(({ what }) => (
                <dd key={what.en}>{what[language]}</dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
      <section className="stack" aria-labelledby="stays">
        <h2 id="stays">{words.stays}</h2>
        <p className="meta">{words.staysText}</p>
        <dl className="outline-list">
          {stays.map(({ item, fields }) => (
            <div key={item.code}>
              <dt>{item.name[language]}</dt>
              {fields.map(({ what, retention }) => (
                <dd key={what.en}>
                  {what[language]}
                  <span className="meta">{term(retention)}</span>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

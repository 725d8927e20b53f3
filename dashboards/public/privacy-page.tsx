import type { Processing } from '../api-types.ts'
import type { PageModule, PrivacyData } from '../page-types.ts'
import { useTerm } from '../privacy/term-words.ts'
import { useApp, useHref } from '../shell/app-context.ts'

/** "6.1.e" as "6 (1) (e)". */
const paragraph = (gdpr: string): string =>
  gdpr
    .split('.')
    .map((part, index) => (index === 0 ? part : `(${part})`))
    .join(' ')

function Entry({ entry }: { entry: Processing }) {
  const { t, language } = useApp()
  const term = useTerm()
  const basis = entry.basis.map(({ gdpr, law }) =>
    [t.privacy.article(paragraph(gdpr)), law].filter(part => part !== null).join('; '),
  )
  return (
    <div className="stack">
      <h2 id={entry.code}>{entry.name[language]}</h2>
      <dl className="facts">
        <dt>{t.privacy.purpose}</dt>
        <dd>{entry.purpose[language]}</dd>
        <dt>{t.privacy.basis}</dt>
        <dd>{basis.join(' · ')}</dd>
        <dt>{t.privacy.people}</dt>
        <dd>{entry.people[language]}</dd>
        <dt>{t.privacy.recipients}</dt>
        <dd>{entry.recipients[language]}</dd>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={entry.name[language]}>
        <table className="stacked">
          <caption className="visually-hidden">{entry.name[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.privacy.what}</th>
              <th scope="col">{t.privacy.kept}</th>
              <th scope="col">{t.privacy.onErasure}</th>
            </tr>
          </thead>
          <tbody>
            {entry.fields.map(field => (
              <tr key={field.what.en}>
                <td>{field.what[language]}</td>
                <td data-label={t.privacy.kept}>{term(field.retention)}</td>
                <td data-label={t.privacy.onErasure}>
                  {field.onErasure === 'deleted' ? t.privacy.deleted : t.privacy.pseudonymised}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function PrivacyPage({ data: { items } }: { data: PrivacyData }) {
  const { t, language, session } = useApp()
  const href = useHref()
  const { yours } = t.privacy
  return (
    <>
      <header className="page-head">
        <h1>{t.privacy.title}</h1>
        <p className="meta">{t.privacy.lead}</p>
      </header>
      {session ? (
        <section className="stack" aria-labelledby="yours">
          <h2 id="yours">{yours.heading}</h2>
          <p>{yours.text}</p>
          <p className="row">
            <a className="button" href={`/api/me/data-export?format=html&lang=${language}`} download="">
              {yours.page}
            </a>
            <a className="button" href="/api/me/data-export" download="">
              {yours.json}
            </a>
          </p>
          <p>
            <a href={href('erasure')} data-nav="">
              {t.erasure.link}
            </a>
          </p>
        </section>
      ) : null}
      {items.map(entry => (
        <Entry key={entry.code} entry={entry} />
      ))}
    </>
  )
}

export const privacyPage: PageModule<PrivacyData> = {
  Page: PrivacyPage,
  head: (_, { t }) => ({ title: t.privacy.title, description: t.privacy.lead }),
}

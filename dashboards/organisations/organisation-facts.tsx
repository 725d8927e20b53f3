import type { ReactNode } from 'react'
import type { OrganisationDetails } from '../api-types.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { kindName, opensOrganisation } from './organisation-words.ts'

/** Name of another organisation; a link for those who may open it. */
function OtherName({ id, text }: { id: string; text: string }) {
  const { session } = useApp()
  const href = useHref()
  return session && opensOrganisation(session.user, id) ? (
    <a href={href('organisation', { id })} data-nav="">
      {text}
    </a>
  ) : (
    text
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What it is, its codes, and where it stands among the others on the day. */
export function OrganisationFacts({ organisation }: { organisation: OrganisationDetails }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.organisation.facts
  const { kind, cui, siruta, territory, parentId, parents, children } = organisation
  const parent = parents.find(one => one.organisation.id === parentId)?.organisation
  return (
    <>
      <dl className="facts document-facts">
        <Fact label={words.kind}>{kindName(kind, t)}</Fact>
        {/* The council's departments have none. */}
        {cui === null && kind === 'department' ? null : (
          <Fact label={words.cui}>
            {cui === null ? (
              words.cuiMissing
            ) : (
              <>
                {cui} ·{' '}
                <a href={href('budget', { cui })} data-nav="">
                  {words.budget}
                </a>
              </>
            )}
          </Fact>
        )}
        {siruta === null ? null : <Fact label={words.siruta}>{siruta}</Fact>}
        {siruta !== null && territory === siruta ? null : (
          <Fact label={words.territory}>
            {territory === null ? words.wholeCounty : words.territoryOf(territory)}
          </Fact>
        )}
        <Fact label={words.parent}>
          {parent ? <OtherName id={parent.id} text={parent.names[language]} /> : words.noParent}
        </Fact>
      </dl>
      {children.length === 0 ? null : (
        <details className="disclosure">
          <summary>
            {words.children} ({children.length})
          </summary>
          <ul className="stack-list">
            {children.map(({ id, names }) => (
              <li key={id}>
                <OtherName id={id} text={names[language]} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

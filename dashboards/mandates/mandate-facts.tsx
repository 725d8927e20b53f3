import type { Mandate } from '../api-types.ts'
import { useApp } from '../shell/app-context.ts'
import { MandateTag } from './mandate-tag.tsx'
import { periodOf, principalName } from './mandate-words.ts'

/** Who acts for whom, on what ground and when. */
export function MandateFacts({ mandate }: { mandate: Mandate }) {
  const { t, language } = useApp()
  const words = t.mandates
  const { principal, person, number, basis } = mandate
  const facts: [string, string][] = [
    [words.number, number],
    [words.person, person.name ?? words.principalGone],
    [words.principal, principalName(mandate, t)],
    ...(principal.cui === null ? [] : [[words.cui, principal.cui] satisfies [string, string]]),
    ...(principal.cnp === null ? [] : [[words.cnp, principal.cnp] satisfies [string, string]]),
    [words.basis, words.bases[basis]],
    [words.time, periodOf(mandate, language, t)],
  ]
  return (
    <dl className="facts document-facts">
      <div>
        <dt>{words.state}</dt>
        <dd>
          <MandateTag state={mandate.state} />
        </dd>
      </div>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import type { SecurityContext } from '../../semantic-layer/index.ts'
import { type Actor, seesAllSubmissions } from '../../services/index.ts'

export const PUBLIC_CONTEXT: SecurityContext = { groups: ['public'], cuis: [] }

/** What the semantic layer lets somebody see: everybody what is public, an institution its own, the county everything. */
export function securityContextOf(actor: Actor | null): SecurityContext {
  if (!actor) return PUBLIC_CONTEXT
  const cuis = actor.organisations.flatMap(({ cui, roles }) =>
    cui && roles.some(role => role === 'reporter' || role === 'approver') ? [cui] : [],
  )
  const groups = [
    'public',
    ...(cuis.length > 0 ? ['institution'] : []),
    ...(seesAllSubmissions(actor) ? ['county'] : []),
  ]
  return { groups, cuis: cuis.sort() }
}

import type { SecurityContext } from '../../semantic-layer/index.ts'
import { type Actor, isAuditorOnly, seesAllSubmissions } from '../../services/index.ts'

export const PUBLIC_CONTEXT: SecurityContext = { groups: ['public'], cuis: [] }

/** Marks a context, and so each token made of it, of somebody who reads everything and changes nothing. No model knows it. */
const READS_ONLY = 'auditor'

export const readsOnly = ({ groups }: SecurityContext): boolean => groups.includes(READS_ONLY)

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
    ...(isAuditorOnly(actor) ? [READS_ONLY] : []),
  ]
  return { groups, cuis: cuis.sort() }
}

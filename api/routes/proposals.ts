import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  type ActedBy,
  type Actor,
  ALL_SUBMISSIONS,
  actedBy,
  confirmProposal,
  findSubmission,
  listProposals,
  readAgain,
  rejectProposal,
} from '../../services/index.ts'
import { confirmProposalRoute, listProposalsRoute, rejectProposalRoute } from '../contract/organisations.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import { editsOrganisations } from '../instance/organisation-scope.ts'
import type { System } from '../instance/system.ts'

/** Fiscal codes found in reports; an official says whose they are. */
export function proposalRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listProposalsRoute, async c => {
    const actor = await actorOf(c)
    if (!editsOrganisations(actor) && !actor.roles.includes('auditor')) throw new ProblemError('not_allowed')
    const items = (await listProposals(system.db)).map(({ proposedAt, ...proposal }) => ({
      ...proposal,
      proposedAt: proposedAt.toISOString(),
    }))
    return c.json({ items }, 200)
  })

  app.openapi(confirmProposalRoute, async c => {
    const actor = editor(await actorOf(c))
    const { id } = c.req.valid('param')
    const { organisationId } = c.req.valid('json')
    const by = actedBy(actor, [null], ['official', 'admin'])
    const at = system.now()
    const proposal = (await listProposals(system.db)).find(one => one.id === id)
    const decision = await system.db
      .transaction()
      .execute(store => confirmProposal(store, id, organisationId, by, at))
    if (decision.outcome === 'refused') throw new ProblemError(decision.reason)
    if (decision.outcome !== 'put') throw new ProblemError(decision.outcome)
    system.relay.wake()
    if (proposal?.submissionId) await readWithCui(system, proposal.submissionId, by)
    return c.body(null, 204)
  })

  app.openapi(rejectProposalRoute, async c => {
    const actor = editor(await actorOf(c))
    const by = actedBy(actor, [null], ['official', 'admin'])
    const rejected = await system.db
      .transaction()
      .execute(store => rejectProposal(store, c.req.valid('param').id, by, system.now()))
    if (!rejected) throw new ProblemError('proposal_unknown')
    return c.body(null, 204)
  })
}

function editor(actor: Actor): Actor {
  if (!editsOrganisations(actor)) throw new ProblemError('not_allowed')
  return actor
}

/** The report that named the code was refused for it; now it can be judged. */
export async function readWithCui(system: System, submissionId: string, by: ActedBy): Promise<void> {
  const submission = await findSubmission(system.db, submissionId, ALL_SUBMISSIONS)
  if (submission?.status !== 'invalid') return
  if (await readAgain(system.db, submissionId, submission.readingOptions, by, system.now()))
    system.reading.enqueue(submissionId)
}

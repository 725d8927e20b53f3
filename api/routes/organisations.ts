import type { OpenAPIHono } from '@hono/zod-openapi'
import { localDay, parseCui, withoutMarks } from '../../domain/index.ts'
import {
  type Actor,
  actedBy,
  addOrganisation,
  changeOrganisation,
  changeParent,
  findOrganisation,
  listOrganisations,
  listProposals,
  type OrganisationInput,
  type OrganisationPut,
  putContacts,
  rolesAt,
  setParent,
  tellOfOrganisations,
} from '../../services/index.ts'
import {
  addOrganisationRoute,
  getOrganisation,
  listOrganisationsRoute,
  putContactsRoute,
  putOrganisationRoute,
  putParentRoute,
} from '../contract/organisations.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import {
  editsContacts,
  editsOrganisations,
  seesAllOrganisations,
  visibleOrganisation,
} from '../instance/organisation-scope.ts'
import type { System } from '../instance/system.ts'
import { describeOrganisation, viewOrganisation } from './organisation-view.ts'
import { readWithCui } from './proposals.ts'

const fold = (text: string): string => withoutMarks(text).toLowerCase()

export function organisationRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listOrganisationsRoute, async c => {
    const actor = await actorOf(c)
    const { q = '', kind, parent, withoutCui, on } = c.req.valid('query')
    const words = fold(q).split(/\s+/).filter(Boolean)
    const all = await listOrganisations(system.db, on ?? localDay(system.now()))
    const items = all.filter(organisation => {
      const { names, cui, siruta } = organisation
      const text = fold(`${names.ro} ${names.hu} ${names.en} ${cui ?? ''} ${siruta ?? ''}`)
      return (
        (seesAllOrganisations(actor) || rolesAt(actor, organisation.id).length > 0) &&
        words.every(word => text.includes(word)) &&
        (kind === undefined || organisation.kind === kind) &&
        (parent === undefined || organisation.parentId === parent) &&
        (withoutCui === undefined || (cui === null) === (withoutCui === 'true'))
      )
    })
    return c.json({ items: items.map(viewOrganisation), mayAdd: editsOrganisations(actor) }, 200)
  })

  app.openapi(addOrganisationRoute, async c => {
    const actor = editor(await actorOf(c))
    const { parentId, parentFrom, ...input } = c.req.valid('json')
    const by = actedBy(actor, [null], ['official', 'admin'])
    const at = system.now()
    const { cui } = checked(input)
    const named = (await listProposals(system.db)).find(proposal => proposal.cui === cui)
    const id = await system.db.transaction().execute(async store => {
      const county = 'HR'
      const added = done(await addOrganisation(store, { ...checked(input), county }, by, at))
      if (parentId !== null) {
        if (!(await findOrganisation(store, { id: parentId }))) throw new ProblemError('organisation_unknown')
        await setParent(store, added, { parentId, from: parentFrom, lastDay: null })
      }
      return added
    })
    system.relay.wake()
    if (named?.submissionId) await readWithCui(system, named.submissionId, by)
    c.header('location', `/api/organisations/${id}`)
    return c.json(await describeOrganisation(system, actor, id, null), 201)
  })

  app.openapi(getOrganisation, async c =>
    c.json(
      await describeOrganisation(
        system,
        await actorOf(c),
        c.req.valid('param').id,
        c.req.valid('query').on ?? null,
      ),
      200,
    ),
  )

  app.openapi(putOrganisationRoute, async c => {
    const actor = editor(await actorOf(c))
    const { id } = await visibleOrganisation(system, actor, c.req.valid('param').id)
    const { from, ...input } = c.req.valid('json')
    const by = actedBy(actor, [null], ['official', 'admin'])
    const at = system.now()
    const change = { ...checked(input), from: from ?? localDay(at) }
    done(await system.db.transaction().execute(store => changeOrganisation(store, id, change, by, at)))
    system.relay.wake()
    return c.json(await describeOrganisation(system, actor, id, null), 200)
  })

  app.openapi(putParentRoute, async c => {
    const actor = editor(await actorOf(c))
    const { id } = await visibleOrganisation(system, actor, c.req.valid('param').id)
    const { parentId, from, lastDay } = c.req.valid('json')
    if (from !== null && lastDay !== null && lastDay < from) throw new ProblemError('days_wrong')
    if (parentId !== null) await visibleOrganisation(system, actor, parentId)
    const by = actedBy(actor, [null], ['official', 'admin'])
    const at = system.now()
    await system.db.transaction().execute(async store => {
      if (!(await changeParent(store, id, { parentId, from, lastDay }, by, at)))
        throw new ProblemError('parent_circle')
      await tellOfOrganisations(store, at)
    })
    system.relay.wake()
    return c.json(await describeOrganisation(system, actor, id, null), 200)
  })

  app.openapi(putContactsRoute, async c => {
    const actor = await actorOf(c)
    const { id } = await visibleOrganisation(system, actor, c.req.valid('param').id)
    if (!editsContacts(actor, id)) throw new ProblemError('not_allowed')
    const by = actedBy(actor, [null, id], ['official', 'admin', 'approver'])
    const { contacts } = c.req.valid('json')
    await system.db.transaction().execute(store => putContacts(store, id, contacts, by, system.now()))
    return c.json(await describeOrganisation(system, actor, id, null), 200)
  })
}

/** Policies know a role wherever it is held; organisations are changed by those who have it for the whole county. */
function editor(actor: Actor): Actor {
  if (!editsOrganisations(actor)) throw new ProblemError('not_allowed')
  return actor
}

function checked(input: Omit<OrganisationInput, 'cui'> & { readonly cui: string | null }): OrganisationInput {
  const cui = input.cui === null ? null : parseCui(input.cui)
  if (input.cui !== null && cui === null) throw new ProblemError('cui_wrong')
  return { ...input, cui }
}

function done(put: OrganisationPut): string {
  if (put.outcome === 'refused') throw new ProblemError(put.reason)
  return put.id
}

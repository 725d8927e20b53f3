import type { OpenAPIHono } from '@hono/zod-openapi'
import { endOfDay, localDay, mayNameDeputy, placeOfKind, startOfDay } from '../../domain/index.ts'
import {
  actedBy,
  asItself,
  endDeputy,
  endRole,
  findDeputy,
  findMembership,
  findUser,
  listDeputies,
  listMemberships,
  nameDeputy,
  notify,
} from '../../services/index.ts'
import {
  endDeputyRoute,
  endMembership,
  listDeputiesRoute,
  listMembers,
  nameDeputyRoute,
} from '../contract/people.ts'
import { actorOf, granterAt } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import { seesMembers, visibleOrganisation } from '../instance/organisation-scope.ts'
import type { System } from '../instance/system.ts'
import { mayEnd, mayEndDeputy, viewDeputy, viewMembership } from './people-view.ts'

/** Roles at an organisation, and who stands in for whom. */
export function memberRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listMembers, async c => {
    const actor = await actorOf(c)
    const { id } = await visibleOrganisation(system, actor, c.req.valid('param').id)
    if (!seesMembers(actor, id)) throw new ProblemError('organisation_unknown')
    const now = system.now()
    const ended = c.req.valid('query').ended === 'true'
    const [members, deputies] = await Promise.all([
      listMemberships(system.db, { organisation: id }, now, ended),
      listDeputies(system.db, { organisation: id }, now),
    ])
    return c.json(
      {
        members: members.map(member => viewMembership(member, actor)),
        deputies: deputies.map(deputy => viewDeputy(deputy, actor)),
      },
      200,
    )
  })

  app.openapi(endMembership, async c => {
    const actor = await actorOf(c)
    const membership = await findMembership(system.db, c.req.valid('param').id)
    if (!membership || !mayEnd(actor, membership)) throw new ProblemError('membership_unknown')
    const { organisation, role, person } = membership
    const by =
      person.id === actor.id
        ? asItself(actor.id)
        : actedBy(actor, [null, organisation?.id ?? null], ['admin', 'approver'])
    const at = system.now()
    const outcome = await system.db.transaction().execute(async store => {
      const ended = await endRole(store, membership, by, at)
      if (ended === 'ended')
        await notify(
          store,
          {
            to: { person: person.id },
            kind: 'role.ended',
            params: { role, organisation: organisation?.names ?? null },
          },
          at,
        )
      return ended
    })
    if (outcome === 'last_admin') throw new ProblemError('last_admin')
    if (outcome === 'ended_before') throw new ProblemError('role_ended')
    return c.body(null, 204)
  })

  app.openapi(listDeputiesRoute, async c => {
    const actor = await actorOf(c)
    const deputies = await listDeputies(system.db, { person: actor.id }, system.now())
    return c.json({ items: deputies.map(deputy => viewDeputy(deputy, actor)) }, 200)
  })

  app.openapi(nameDeputyRoute, async c => {
    const actor = await actorOf(c)
    const input = c.req.valid('json')
    const { organisationId, from, lastDay } = input
    const organisation =
      organisationId === null ? null : await visibleOrganisation(system, actor, organisationId)
    const principal = await findUser(system.db, { id: input.principal ?? actor.id })
    const place = placeOfKind(organisation?.kind ?? null)
    const granter = granterAt(actor, organisationId)
    const deputy = await findUser(system.db, { email: input.deputyEmail })
    // Whether an address has an account is told to those alone who may name a deputy here at all.
    const named = { principal: principal?.id ?? '', deputy: deputy?.id ?? '', place }
    if (!mayNameDeputy(granter, named)) {
      const isOwn = deputy !== null && deputy.id === actor.id
      throw new ProblemError(isOwn ? 'role_own' : 'not_allowed')
    }
    if (!principal || !deputy) throw new ProblemError('user_unknown')
    const at = system.now()
    if (lastDay < from || lastDay < localDay(at)) throw new ProblemError('days_wrong')
    const by = actedBy(
      actor,
      [null],
      input.principal === null || input.principal === actor.id ? [] : ['admin'],
    )
    const id = await system.db.transaction().execute(async store => {
      const made = await nameDeputy(
        store,
        {
          principal: principal.id,
          deputy: deputy.id,
          organisationId,
          from: from <= localDay(at) ? at : startOfDay(from),
          until: endOfDay(lastDay),
        },
        by,
        at,
      )
      if (made === null) throw new ProblemError('principal_without_roles')
      await notify(
        store,
        {
          to: { person: deputy.id },
          kind: 'deputy.named',
          params: { principal: principal.name, organisation: organisation?.names ?? null, from, lastDay },
          link: organisation ? `/organisations/${organisation.id}` : null,
        },
        at,
      )
      return made
    })
    const made = await findDeputy(system.db, id, at)
    if (!made) throw new ProblemError('deputy_unknown')
    return c.json(viewDeputy(made, actor), 201)
  })

  app.openapi(endDeputyRoute, async c => {
    const actor = await actorOf(c)
    const at = system.now()
    const deputy = await findDeputy(system.db, c.req.valid('param').id, at)
    if (!deputy || !mayEndDeputy(actor, deputy)) throw new ProblemError('deputy_unknown')
    const concerned = [deputy.principal.id, deputy.deputy.id].includes(actor.id)
    const by = concerned ? asItself(actor.id) : actedBy(actor, [null], ['admin'])
    await system.db.transaction().execute(store => endDeputy(store, deputy, by, at))
    return c.body(null, 204)
  })
}

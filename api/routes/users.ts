import type { OpenAPIHono } from '@hono/zod-openapi'
import { endOfDay, localDay, placeOfKind, refuseGrant, startOfDay } from '../../domain/index.ts'
import {
  type Actor,
  actedBy,
  findOrganisation,
  findUser,
  grantRole,
  listDeputies,
  listMemberships,
  notify,
  searchUsers,
} from '../../services/index.ts'
import { getUser, grantUserRole, listUsers } from '../contract/people.ts'
import { actorOf, granterAt } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { viewDeputy, viewMembership, viewPerson } from './people-view.ts'

const PAGE_SIZE = 50

/** The administration of people and their roles. */
export function userRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listUsers, async c => {
    const actor = reader(await actorOf(c))
    const { q = '', role, organisation, after } = c.req.valid('query')
    const now = system.now()
    const found = await searchUsers(
      system.db,
      {
        text: q.trim(),
        role: role ?? null,
        organisationId: organisation ?? null,
        after: after ?? null,
        limit: PAGE_SIZE + 1,
      },
      now,
    )
    const page = found.slice(0, PAGE_SIZE)
    const memberships = await listMemberships(system.db, { people: page.map(({ id }) => id) }, now)
    const items = page.map(user => ({
      ...viewPerson(user),
      demo: user.demo,
      roles: memberships
        .filter(({ person }) => person.id === user.id)
        .map(membership => viewMembership(membership, actor)),
    }))
    return c.json({ items, next: found.length > PAGE_SIZE ? (page.at(-1)?.email ?? null) : null }, 200)
  })

  app.openapi(getUser, async c => {
    const actor = reader(await actorOf(c))
    const user = await findUser(system.db, { id: c.req.valid('param').id })
    if (!user) throw new ProblemError('user_unknown')
    const now = system.now()
    const [roles, deputies] = await Promise.all([
      listMemberships(system.db, { people: [user.id] }, now, true),
      listDeputies(system.db, { person: user.id }, now),
    ])
    return c.json(
      {
        ...viewPerson(user),
        demo: user.demo,
        roles: roles.map(role => viewMembership(role, actor)),
        deputies: deputies.map(deputy => viewDeputy(deputy, actor)),
        mayGrant: actor.roles.includes('admin') && actor.id !== user.id,
      },
      200,
    )
  })

  app.openapi(grantUserRole, async c => {
    const actor = await actorOf(c)
    const { role, organisationId, firstDay, lastDay } = c.req.valid('json')
    const user = await findUser(system.db, { id: c.req.valid('param').id })
    if (!user) throw new ProblemError('user_unknown')
    const organisation = organisationId && (await findOrganisation(system.db, { id: organisationId }))
    if (organisationId !== null && !organisation) throw new ProblemError('organisation_unknown')
    const refusal = refuseGrant(granterAt(actor, organisationId), {
      person: user.id,
      role,
      place: placeOfKind(organisation ? organisation.kind : null),
    })
    if (refusal) throw new ProblemError(refusal)
    const at = system.now()
    if (lastDay !== null && lastDay < (firstDay ?? localDay(at))) throw new ProblemError('days_wrong')
    if (firstDay !== null && firstDay < localDay(at)) throw new ProblemError('days_wrong')
    const by = actedBy(actor, [null], ['admin'])
    await system.db.transaction().execute(async store => {
      const from = firstDay === null ? null : startOfDay(firstDay)
      const until = lastDay === null ? null : endOfDay(lastDay)
      if (!(await grantRole(store, { person: user.id, role, organisationId, from, until }, by, at)))
        throw new ProblemError('role_held')
      await notify(
        store,
        {
          to: { person: user.id },
          kind: 'role.granted',
          params: { role, organisation: organisation ? organisation.names : null },
        },
        at,
      )
    })
    return c.body(null, 204)
  })
}

/** Policies know a role wherever it is held; everybody's data is for those who have it for the whole county. */
function reader(actor: Actor): Actor {
  if (!actor.roles.some(role => role === 'admin' || role === 'auditor')) throw new ProblemError('not_allowed')
  return actor
}

import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  changeProfile,
  endLinks,
  findProfile,
  listSessions,
  notify,
  type Profile,
  recordEvent,
  revokeSession,
  revokeSessions,
  setPasswordHash,
} from '../../services/index.ts'
import {
  changeAccount,
  changePassword,
  endAccountSession,
  endOtherSessions,
  listAccountSessions,
  readAccount,
} from '../contract/account.ts'
import { callerOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

export const accountBody = (profile: Profile) => ({
  email: profile.email,
  name: profile.name,
  language: profile.language,
  demo: profile.demo,
  hasPassword: profile.hasPassword,
  createdAt: profile.createdAt.toISOString(),
  deletionDue: profile.deletionDue?.toISOString() ?? null,
})

export async function profileOf(system: System, userId: string): Promise<Profile> {
  const profile = await findProfile(system.db, userId)
  // The local socket's caller is no person.
  if (!profile) throw new ProblemError('not_found')
  return profile
}

/** What people do with their own account while they are signed in. */
export function accountRoutes(app: OpenAPIHono<AppEnv>, system: System, passwords: PasswordDoor): void {
  app.openapi(readAccount, async c => {
    const { actor } = await callerOf(c)
    c.header('cache-control', 'no-store')
    return c.json(accountBody(await profileOf(system, actor.id)), 200)
  })

  app.openapi(changeAccount, async c => {
    const { actor } = await callerOf(c)
    const change = c.req.valid('json')
    const before = await profileOf(system, actor.id)
    const at = system.now()
    await system.db.transaction().execute(async store => {
      await changeProfile(store, actor.id, change, at)
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'account.changed',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: {
          fields: [
            ...(change.name !== undefined && change.name !== before.name ? ['name'] : []),
            ...(change.language !== undefined && change.language !== before.language ? ['language'] : []),
          ],
        },
      })
    })
    return c.json(accountBody(await profileOf(system, actor.id)), 200)
  })

  app.openapi(changePassword, async c => {
    const { actor, session } = await callerOf(c)
    const { current, password } = c.req.valid('json')
    await passwords.require(c, actor, current)
    const passwordHash = await passwords.hashNew(c, password, actor)
    const at = system.now()
    await system.db.transaction().execute(async store => {
      await setPasswordHash(store, actor.id, passwordHash, at)
      // Whoever knew the old password may have opened them.
      const ended = await revokeSessions(store, actor.id, session?.id ?? null)
      await endLinks(store, actor.id)
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'account.password_changed',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: { ended },
      })
      await notify(
        store,
        { to: { person: actor.id }, kind: 'account.password_changed', params: {}, link: '/account/security' },
        at,
      )
    })
    return c.body(null, 204)
  })

  app.openapi(listAccountSessions, async c => {
    const { actor, session } = await callerOf(c)
    const sessions = await listSessions(system.db, actor.id, system.now())
    c.header('cache-control', 'no-store')
    return c.json(
      {
        items: sessions.map(({ id, createdAt, lastSeen, address, userAgent }) => ({
          id,
          current: id === session?.id,
          createdAt: createdAt.toISOString(),
          lastSeen: lastSeen.toISOString(),
          address,
          userAgent,
        })),
      },
      200,
    )
  })

  app.openapi(endAccountSession, async c => {
    const { actor } = await callerOf(c)
    const { id } = c.req.valid('param')
    const at = system.now()
    await system.db.transaction().execute(async store => {
      if (!(await revokeSession(store, actor.id, id))) throw new ProblemError('session_unknown')
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'session.revoked',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: { ended: 1 },
      })
    })
    return c.body(null, 204)
  })

  app.openapi(endOtherSessions, async c => {
    const { actor, session } = await callerOf(c)
    const at = system.now()
    const ended = await system.db.transaction().execute(async store => {
      const count = await revokeSessions(store, actor.id, session?.id ?? null)
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'session.revoked',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: { ended: count },
      })
      return count
    })
    return c.json({ ended }, 200)
  })
}

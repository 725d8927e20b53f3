import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  isLastAdministrator,
  listTokens,
  notify,
  recordEvent,
  revokeSessions,
  revokeToken,
  scheduleDeletion,
} from '../../services/index.ts'
import { askDeletion, keepAccount } from '../contract/account-mail.ts'
import { callerOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { accountBody, profileOf } from './account.ts'
import { proveOwner } from './prove-owner.ts'

/** Deleting the own account, and thinking better of it. */
export function accountDeletionRoutes(
  app: OpenAPIHono<AppEnv>,
  system: System,
  passwords: PasswordDoor,
): void {
  app.openapi(askDeletion, async c => {
    const { actor, session } = await callerOf(c)
    await proveOwner(c, system, passwords, c.req.valid('json').password)
    const at = system.now()
    await system.db.transaction().execute(async store => {
      if (await isLastAdministrator(store, actor.id, at)) throw new ProblemError('last_admin')
      const due = await scheduleDeletion(store, actor.id, at)
      await revokeSessions(store, actor.id, session?.id ?? null)
      for (const { id } of await listTokens(store, actor.id)) await revokeToken(store, actor.id, id)
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'account.deletion_asked',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: {},
      })
      await notify(
        store,
        {
          to: { person: actor.id },
          kind: 'account.deletion_asked',
          params: { due: (due ?? at).toISOString().slice(0, 10) },
          link: '/account/details',
        },
        at,
      )
    })
    return c.json(accountBody(await profileOf(system, actor.id)), 200)
  })

  app.openapi(keepAccount, async c => {
    const { actor } = await callerOf(c)
    await system.db.transaction().execute(async store => {
      await scheduleDeletion(store, actor.id, null)
      await recordEvent(store, {
        at: system.now(),
        actor: actor.id,
        action: 'account.kept',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: {},
      })
    })
    return c.json(accountBody(await profileOf(system, actor.id)), 200)
  })
}

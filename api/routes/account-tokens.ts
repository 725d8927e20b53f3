import type { OpenAPIHono } from '@hono/zod-openapi'
import { issueToken, listTokens, recordEvent, revokeToken, type TokenEntry } from '../../services/index.ts'
import { listAccountTokens, makeAccountToken, revokeAccountToken } from '../contract/account.ts'
import { callerOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

const MOST_TOKENS = 50
const DAY_MS = 86_400_000

const tokenBody = (token: TokenEntry, now: Date) => ({
  id: token.id,
  name: token.name,
  scopes: [...token.scopes],
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  expired: token.expiresAt <= now,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
})

/** API tokens of the signed-in person. A token can't reach these routes: it could make itself a longer life. */
export function accountTokenRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listAccountTokens, async c => {
    const { actor } = await callerOf(c)
    c.header('cache-control', 'no-store')
    const tokens = await listTokens(system.db, actor.id)
    return c.json({ items: tokens.map(token => tokenBody(token, system.now())) }, 200)
  })

  app.openapi(makeAccountToken, async c => {
    const { actor, session } = await callerOf(c)
    const { name, scopes, days } = c.req.valid('json')
    const at = system.now()
    const made = await system.db.transaction().execute(async store => {
      if ((await listTokens(store, actor.id)).length >= MOST_TOKENS) throw new ProblemError('tokens_too_many')
      const expiresAt = new Date(at.getTime() + days * DAY_MS)
      const { id, secret } = await issueToken(store, {
        userId: actor.id,
        name,
        scopes: [...new Set(scopes)],
        expiresAt,
        strong: session?.strong ?? false,
      })
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'token.issued',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: { token: id, scopes, expiresAt: expiresAt.toISOString() },
      })
      return { id, secret }
    })
    const entry = (await listTokens(system.db, actor.id)).find(({ id }) => id === made.id)
    if (!entry) throw new ProblemError('token_unknown')
    c.header('cache-control', 'no-store')
    return c.json({ ...tokenBody(entry, at), token: made.secret }, 201)
  })

  app.openapi(revokeAccountToken, async c => {
    const { actor } = await callerOf(c)
    const { id } = c.req.valid('param')
    const at = system.now()
    await system.db.transaction().execute(async store => {
      if (!(await revokeToken(store, actor.id, id))) throw new ProblemError('token_unknown')
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'token.revoked',
        subjectKind: 'user',
        subjectId: actor.id,
        detail: { token: id },
      })
    })
    return c.body(null, 204)
  })
}

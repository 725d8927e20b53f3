import { setTimeout as wait } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AuditAction } from '../../domain/index.ts'
import {
  changeEmail,
  endLinks,
  findLink,
  findProfile,
  findSignIn,
  type LinkPurpose,
  type MailLink,
  makeLink,
  notify,
  putAccount,
  recordOwnEvent,
  revokeSessions,
  type Store,
  setPasswordHash,
  takeLink,
} from '../../services/index.ts'
import {
  askEmailChange,
  askPasswordReset,
  askSignUp,
  completeEmailChange,
  completePasswordReset,
  completeSignUp,
  readMailLink,
  unlockAccount,
} from '../contract/account-mail.ts'
import { callerOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { rememberDevice } from '../http/known-device.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { ProblemError } from '../http/problem.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { System } from '../instance/system.ts'
import { openSession } from './open-session.ts'
import { proveOwner } from './prove-owner.ts'

/** An answer takes at least so long, whether the address has an account or not: its time must not tell either. */
const SAME_TIME_MS = 300

/** Page that a link of a mail opens, in any of its languages. */
export const linkPath = (token: string): string => `/link?token=${token}`
const SIGN_IN_PATH = '/sign-in'
const SECURITY_PATH = '/account/security'

/** What goes by mail: sign-up, a new password, another address, unlocking. No answer tells whether an address has an account. */
export function accountMailRoutes(
  app: OpenAPIHono<AppEnv>,
  system: System,
  limits: RateLimits,
  passwords: PasswordDoor,
): void {
  const { db } = system
  for (const route of [askSignUp, askPasswordReset, askEmailChange])
    app.on('POST', route.getRoutingPath(), limits.mails)

  const record = (store: Store, userId: string, action: AuditAction) =>
    recordOwnEvent(store, userId, action, system.now())

  const take = async (store: Store, purpose: LinkPurpose, token: string): Promise<MailLink> => {
    const link = await takeLink(store, purpose, token, system.now())
    if (!link) throw new ProblemError('link_over')
    return link
  }
  const remember = (c: Context<AppEnv>, email: string) =>
    rememberDevice(
      c,
      { keyring: system.keyring, secure: system.config.publicUrl.startsWith('https:') },
      email,
    )
  const inSameTime = async (work: Promise<unknown>) => {
    await Promise.all([work, wait(SAME_TIME_MS)])
  }

  app.openapi(askSignUp, async c => {
    const { language, ...given } = c.req.valid('json')
    const email = given.email.toLowerCase()
    const at = system.now()
    await inSameTime(
      db.transaction().execute(async store => {
        const account = await findSignIn(store, email)
        const token = await makeLink(store, { purpose: 'sign_up', userId: null, email, language }, at)
        if (token === null) return
        const to = { email, language: account?.language ?? language }
        if (account) await notify(store, { to, kind: 'account.exists', params: {}, link: SIGN_IN_PATH }, at)
        else await notify(store, { to, kind: 'account.sign_up', params: {}, link: linkPath(token) }, at)
      }),
    )
    return c.body(null, 202)
  })

  app.openapi(completeSignUp, async c => {
    const { token, name, password } = c.req.valid('json')
    const at = system.now()
    const known = await findLink(db, token, at)
    if (known?.purpose !== 'sign_up') throw new ProblemError('link_over')
    const passwordHash = await passwords.hashNew(c, password, { email: known.email, name })
    const { email, language } = await take(db, 'sign_up', token)
    // An account that was opened meanwhile keeps its password.
    if (await findSignIn(db, email)) throw new ProblemError('link_over')
    const userId = await putAccount(
      db,
      {
        email,
        name,
        language,
        passwordHash,
        demo: false,
        grantedBy: 'sign-up',
        memberships: [{ role: 'citizen', organisationId: null }],
      },
      at,
    )
    await record(db, userId, 'account.opened')
    return c.json(await openSession(c, system, { userId, strong: false, by: 'sign_up' }), 201)
  })

  app.openapi(askPasswordReset, async c => {
    const email = c.req.valid('json').email.toLowerCase()
    const at = system.now()
    await inSameTime(
      db.transaction().execute(async store => {
        const account = await findSignIn(store, email)
        if (!account) return
        const { userId, language } = account
        const token = await makeLink(store, { purpose: 'password_reset', userId, email, language }, at)
        if (token === null) return
        await notify(
          store,
          { to: { email, language }, kind: 'account.password_reset', params: {}, link: linkPath(token) },
          at,
        )
      }),
    )
    return c.body(null, 202)
  })

  app.openapi(completePasswordReset, async c => {
    const { token, password } = c.req.valid('json')
    const at = system.now()
    const known = await findLink(db, token, at)
    const profile = known?.userId ? await findProfile(db, known.userId) : null
    if (known?.purpose !== 'password_reset' || !profile) throw new ProblemError('link_over')
    const passwordHash = await passwords.hashNew(c, password, profile)
    await db.transaction().execute(async store => {
      await take(store, 'password_reset', token)
      await setPasswordHash(store, profile.id, passwordHash, at)
      await revokeSessions(store, profile.id, null)
      await endLinks(store, profile.id)
      await record(store, profile.id, 'account.password_reset')
      await notify(
        store,
        { to: { person: profile.id }, kind: 'account.password_changed', params: {}, link: SECURITY_PATH },
        at,
      )
    })
    await passwords.unlock(profile.email)
    remember(c, profile.email)
    return c.body(null, 204)
  })

  app.openapi(askEmailChange, async c => {
    const { actor } = await callerOf(c)
    const given = c.req.valid('json')
    await proveOwner(c, system, passwords, given.password)
    const email = given.email.toLowerCase()
    const at = system.now()
    const { language } = actor
    await inSameTime(
      db.transaction().execute(async store => {
        const taken = await findSignIn(store, email)
        const link = { purpose: 'email_change', userId: actor.id, email, language } as const
        const token = await makeLink(store, link, at)
        if (token === null || taken?.userId === actor.id) return
        const to = { email, language: taken?.language ?? language }
        if (taken) await notify(store, { to, kind: 'account.exists', params: {}, link: SIGN_IN_PATH }, at)
        else await notify(store, { to, kind: 'account.email_change', params: {}, link: linkPath(token) }, at)
      }),
    )
    return c.body(null, 202)
  })

  app.openapi(completeEmailChange, async c => {
    const { token } = c.req.valid('json')
    const at = system.now()
    await db.transaction().execute(async store => {
      const { userId, email, language } = await take(store, 'email_change', token)
      const before = userId ? await findProfile(store, userId) : null
      // Somebody may have opened an account with the address meanwhile.
      if (!before || (await findSignIn(store, email))) throw new ProblemError('link_over')
      await changeEmail(store, before.id, email, at)
      await endLinks(store, before.id)
      await record(store, before.id, 'account.email_changed')
      await notify(
        store,
        { to: { email: before.email, language }, kind: 'account.email_changed', params: { email } },
        at,
      )
    })
    return c.body(null, 204)
  })

  app.openapi(unlockAccount, async c => {
    const { email, userId } = await take(db, 'unlock', c.req.valid('json').token)
    await passwords.unlock(email)
    // Whoever reads the owner's mail sits at a device of theirs.
    remember(c, email)
    if (userId) await record(db, userId, 'account.unlocked')
    return c.body(null, 204)
  })

  app.openapi(readMailLink, async c => {
    const link = await findLink(db, c.req.valid('query').token, system.now())
    if (!link) throw new ProblemError('link_over')
    c.header('cache-control', 'no-store')
    return c.json({ purpose: link.purpose, email: link.email, expiresAt: link.expiresAt.toISOString() }, 200)
  })
}

/** Mails the owner of an account that strangers have locked a link that opens it. */
export const mailUnlockLink = (system: System) => async (email: string) => {
  const at = system.now()
  await system.db.transaction().execute(async store => {
    const account = await findSignIn(store, email)
    if (!account) return
    const { userId, language } = account
    const token = await makeLink(store, { purpose: 'unlock', userId, email, language }, at)
    if (token === null) return
    await notify(
      store,
      { to: { email, language }, kind: 'account.locked', params: {}, link: linkPath(token) },
      at,
    )
  })
}

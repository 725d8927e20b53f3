import type { OpenAPIHono } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AuditAction } from '../../domain/index.ts'
import {
  addPasskey,
  CEREMONY_SECONDS,
  countWaysIn,
  findPasskey,
  listCredentials,
  listPasskeys,
  markStrong,
  newToken,
  type Passkey,
  putChallenge,
  recordOwnEvent,
  recordPasskeyUse,
  registrationOptions,
  relyingParty,
  removePasskey,
  renamePasskey,
  type Store,
  signInOptions,
  takeChallenge,
  verifyRegistration,
  verifySignIn,
} from '../../services/index.ts'
import {
  addOwnPasskey,
  askNewPasskey,
  askPasskey,
  listOwnPasskeys,
  removeOwnPasskey,
  renameOwnPasskey,
  signInWithPasskey,
} from '../contract/passkeys.ts'
import type { AppEnv } from '../http/environment.ts'
import { factorSession, sessionOf } from '../http/fresh-session.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { COUNTY_NAMES } from '../instance/county.ts'
import type { System } from '../instance/system.ts'
import { openSession } from './open-session.ts'
import { tellFactorChange } from './tell-factor-change.ts'

const COOKIE = 'open_county.passkey'
const COOKIE_PATH = '/api/session/passkey'

const passkeyView = (passkey: Passkey) => ({
  ...passkey,
  createdAt: passkey.createdAt.toISOString(),
  lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
})

/** Passkeys: sign-in without a password, and each person's own list of them. */
export function passkeyRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db, config } = system
  const party = relyingParty(config.publicUrl, COUNTY_NAMES.ro)

  const record = (store: Store, userId: string, action: AuditAction, passkey: string) =>
    recordOwnEvent(store, userId, action, system.now(), { passkey })

  app.openapi(askPasskey, async c => {
    const options = await signInOptions(party)
    const token = newToken()
    await putChallenge(
      db,
      {
        kind: 'passkey_sign_in',
        token,
        userId: null,
        payload: { challenge: options.challenge },
        seconds: CEREMONY_SECONDS,
      },
      system.now(),
    )
    setCookie(c, COOKIE, token, {
      path: COOKIE_PATH,
      httpOnly: true,
      sameSite: 'Strict',
      secure: config.publicUrl.startsWith('https:'),
      maxAge: CEREMONY_SECONDS,
    })
    c.header('cache-control', 'no-store')
    return c.json(options, 200)
  })

  app.openapi(signInWithPasskey, async c => {
    const given = c.req.valid('json')
    const token = getCookie(c, COOKIE)
    deleteCookie(c, COOKIE, { path: COOKIE_PATH })
    const asked = token === undefined ? null : await takeChallenge(db, 'passkey_sign_in', token, system.now())
    if (!asked) throw new ProblemError('challenge_over')
    const passkey = await findPasskey(db, given.id)
    if (!passkey) throw new ProblemError('passkey_wrong')
    const { userHandle, ...response } = given.response
    const counter = await verifySignIn(
      party,
      { ...given, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } },
      String(asked.payload.challenge),
      passkey,
    )
    if (counter === null || !(await recordPasskeyUse(db, passkey.id, counter, system.now()))) {
      await record(db, passkey.userId, 'passkey.refused', passkey.id)
      throw new ProblemError('passkey_wrong')
    }
    return c.json(await openSession(c, system, { userId: passkey.userId, strong: true, by: 'passkey' }), 200)
  })

  app.openapi(listOwnPasskeys, async c => {
    const { actor } = await sessionOf(c)
    return c.json({ items: (await listPasskeys(db, actor.id)).map(passkeyView) }, 200)
  })

  app.openapi(askNewPasskey, async c => {
    const { actor, session } = await factorSession(c, system)
    const named = { ...party, name: COUNTY_NAMES[readerLanguage(c)] }
    const options = await registrationOptions(named, actor, await listCredentials(db, actor.id))
    await putChallenge(
      db,
      {
        kind: 'passkey_registration',
        token: session.id,
        userId: actor.id,
        payload: { challenge: options.challenge },
        seconds: CEREMONY_SECONDS,
      },
      system.now(),
    )
    c.header('cache-control', 'no-store')
    return c.json(options, 200)
  })

  app.openapi(addOwnPasskey, async c => {
    const { actor, session } = await factorSession(c, system)
    const { name, credential } = c.req.valid('json')
    const asked = await takeChallenge(db, 'passkey_registration', session.id, system.now())
    if (!asked || asked.userId !== actor.id) throw new ProblemError('passkey_refused')
    const verified = await verifyRegistration(party, credential, String(asked.payload.challenge))
    if (!verified) throw new ProblemError('passkey_refused')
    const added = await db.transaction().execute(async store => {
      const id = await addPasskey(store, { ...verified, userId: actor.id, name }, system.now())
      if (id === null) throw new ProblemError('passkey_known')
      await markStrong(store, session.id)
      await record(store, actor.id, 'passkey.added', id)
      await tellFactorChange(store, actor.id, { change: 'passkey_added', name }, system.now())
      return (await listPasskeys(store, actor.id)).find(passkey => passkey.id === id)
    })
    if (!added) throw new ProblemError('not_found')
    return c.json(passkeyView(added), 201)
  })

  app.openapi(renameOwnPasskey, async c => {
    const { actor } = await sessionOf(c)
    const { id } = c.req.valid('param')
    await db.transaction().execute(async store => {
      if (!(await renamePasskey(store, actor.id, id, c.req.valid('json').name)))
        throw new ProblemError('not_found')
      await record(store, actor.id, 'passkey.renamed', id)
    })
    return c.body(null, 204)
  })

  app.openapi(removeOwnPasskey, async c => {
    const { actor } = await factorSession(c, system)
    const { id } = c.req.valid('param')
    await db.transaction().execute(async store => {
      const { name } = (await listPasskeys(store, actor.id)).find(passkey => passkey.id === id) ?? {}
      if (!(await removePasskey(store, actor.id, id))) throw new ProblemError('not_found')
      if ((await countWaysIn(store, actor.id)) === 0) throw new ProblemError('last_way_in')
      await record(store, actor.id, 'passkey.removed', id)
      await tellFactorChange(store, actor.id, { change: 'passkey_removed', name: name ?? '' }, system.now())
    })
    return c.body(null, 204)
  })
}

import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import QRCode from 'qrcode'
import type { AuditAction } from '../../domain/index.ts'
import {
  type Actor,
  base32,
  beginSecondFactor,
  type CodeOutcome,
  countRecoveryCodes,
  findPasswordHash,
  hasSecondFactor,
  looksLikeRecoveryCode,
  markConfirmed,
  markStrong,
  recordOwnEvent,
  removeSecondFactor,
  replaceRecoveryCodes,
  type Store,
  spendCode,
  spendRecoveryCode,
  takeChallenge,
  totpAddress,
  tryChallenge,
} from '../../services/index.ts'
import {
  answerChallenge,
  confirmIdentity,
  confirmSecondFactor,
  disableSecondFactor,
  enrolSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
} from '../contract/second-factor.ts'
import type { AppEnv } from '../http/environment.ts'
import { factorSession, freshSession, sessionOf } from '../http/fresh-session.ts'
import { readerLanguage } from '../http/language.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { ProblemError } from '../http/problem.ts'
import { COUNTY_NAMES } from '../instance/county.ts'
import type { System } from '../instance/system.ts'
import { CHALLENGE_COOKIE, openSession } from './open-session.ts'
import { tellFactorChange } from './tell-factor-change.ts'

/** Codes of an authenticator app: asked at the sign-in, turned on and off by the person. */
export function secondFactorRoutes(app: OpenAPIHono<AppEnv>, system: System, passwords: PasswordDoor): void {
  const { db, keyring } = system

  const record = (store: Store, { id }: Actor, action: AuditAction, detail: Record<string, unknown> = {}) =>
    recordOwnEvent(store, id, action, system.now(), detail)

  /** Either kind of code; a recovery code can't be guessed, so wrong ones block nobody. */
  const spend = async (store: Store, userId: string, code: string): Promise<CodeOutcome> => {
    const typed = code.replaceAll(/\s/g, '')
    if (!looksLikeRecoveryCode(typed))
      return spendCode(store, keyring, { userId, code: typed, confirms: false }, system.now())
    return (await spendRecoveryCode(store, keyring, userId, typed, system.now())) ? 'right' : 'wrong'
  }

  app.openapi(answerChallenge, async c => {
    const { code, ...given } = c.req.valid('json')
    const challenge = given.challenge ?? getCookie(c, CHALLENGE_COOKIE) ?? ''
    const taken = await tryChallenge(db, 'second_factor', challenge, system.now())
    if (!taken?.userId) throw new ProblemError('challenge_over')
    const outcome = await spend(db, taken.userId, code)
    if (outcome === 'blocked') throw new ProblemError('too_many_requests')
    if (outcome === 'wrong') throw new ProblemError('code_wrong')
    const ended = await takeChallenge(db, 'second_factor', challenge, system.now())
    if (outcome === 'unknown' || !ended) throw new ProblemError('challenge_over')
    deleteCookie(c, CHALLENGE_COOKIE, { path: '/api/session' })
    const by = `${taken.payload.by}+${looksLikeRecoveryCode(code) ? 'recovery_code' : 'totp'}`
    return c.json(await openSession(c, system, { userId: taken.userId, strong: true, by }), 200)
  })

  /** False for an account without a password. */
  const checkPassword = async (c: Context<AppEnv>, actor: Actor, password: string | undefined) => {
    if ((await findPasswordHash(db, actor.email)) === null) return false
    if (password === undefined) throw new ProblemError('password_wrong')
    await passwords.require(c, actor, password)
    return true
  }

  app.openapi(confirmIdentity, async c => {
    const { actor, session } = await sessionOf(c)
    // Without a password there is nothing to show here: a new sign-in is.
    if (!(await checkPassword(c, actor, c.req.valid('json').password)))
      throw new ProblemError('confirmation_needed')
    await markConfirmed(db, session.id, system.now())
    return c.body(null, 204)
  })

  app.openapi(readSecondFactor, async c => {
    const { actor } = await sessionOf(c)
    return c.json(
      {
        enabled: await hasSecondFactor(db, actor.id),
        recoveryCodesLeft: await countRecoveryCodes(db, actor.id),
      },
      200,
    )
  })

  app.openapi(enrolSecondFactor, async c => {
    const { actor } = await factorSession(c, system)
    const secret = await beginSecondFactor(db, keyring, actor.id)
    if (!secret) throw new ProblemError('second_factor_on')
    const address = totpAddress(secret, COUNTY_NAMES[readerLanguage(c)], actor.email)
    const qr = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
    c.header('cache-control', 'no-store')
    return c.json({ secret: base32(secret), address, qr }, 200)
  })

  app.openapi(confirmSecondFactor, async c => {
    const { actor, session } = await factorSession(c, system)
    const code = c.req.valid('json').code.replaceAll(/\s/g, '')
    const answer = await db.transaction().execute(async store => {
      const outcome = await spendCode(
        store,
        keyring,
        { userId: actor.id, code, confirms: true },
        system.now(),
      )
      if (outcome !== 'right') return { outcome }
      await markStrong(store, session.id)
      await record(store, actor, 'second_factor.turned_on')
      await tellFactorChange(store, actor.id, { change: 'totp_on' }, system.now())
      return { outcome, recoveryCodes: await replaceRecoveryCodes(store, keyring, actor.id) }
    })
    refuse(answer.outcome)
    c.header('cache-control', 'no-store')
    return c.json({ recoveryCodes: answer.recoveryCodes ?? [] }, 200)
  })

  app.openapi(disableSecondFactor, async c => {
    const { password, code } = c.req.valid('json')
    const { actor } = await sessionOf(c)
    if (!(await checkPassword(c, actor, password))) await freshSession(c, system.now())
    const outcome = await db.transaction().execute(async store => {
      const spent = await spend(store, actor.id, code)
      if (spent !== 'right') return spent
      await removeSecondFactor(store, actor.id)
      await record(store, actor, 'second_factor.turned_off')
      await tellFactorChange(store, actor.id, { change: 'totp_off' }, system.now())
      return spent
    })
    refuse(outcome)
    return c.body(null, 204)
  })

  app.openapi(renewRecoveryCodes, async c => {
    const { actor } = await factorSession(c, system)
    const recoveryCodes = await db.transaction().execute(async store => {
      if (!(await hasSecondFactor(store, actor.id))) throw new ProblemError('second_factor_off')
      await record(store, actor, 'recovery_codes.renewed')
      await tellFactorChange(store, actor.id, { change: 'codes_renewed' }, system.now())
      return replaceRecoveryCodes(store, keyring, actor.id)
    })
    c.header('cache-control', 'no-store')
    return c.json({ recoveryCodes }, 200)
  })
}

function refuse(outcome: CodeOutcome): void {
  switch (outcome) {
    case 'right':
      return
    case 'wrong':
      throw new ProblemError('code_refused')
    case 'blocked':
      throw new ProblemError('too_many_requests')
    case 'unknown':
      throw new ProblemError('second_factor_off')
  }
}

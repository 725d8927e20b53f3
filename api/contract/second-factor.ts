import { z } from '@hono/zod-openapi'
import { anyone, ownSession, route } from './policy.ts'
import { Session } from './session.ts'
import { body, json, problems } from './shared.ts'

const Code = z.string().min(6).max(32).openapi({
  description: 'Six digits of an authenticator app, or a recovery code',
  example: '123456',
})
const Password = z.string().min(1).max(256)

const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()) })
  .openapi('RecoveryCodes', { description: 'Shown once; only their hashes are kept' })

const tags = ['sign-in']

export const answerChallenge = route(anyone, {
  method: 'post',
  path: '/api/session/challenge',
  tags,
  summary: 'The code of the second factor, with the challenge that the sign-in answered',
  request: body(
    z.object({
      challenge: z.string().min(1).max(100).optional().openapi({
        description: 'Left out after a sign-in at a provider, where a cookie holds it',
      }),
      code: Code,
    }),
  ),
  responses: { 200: json(Session, 'Signed in; the session cookie is set'), ...problems(400, 401, 429) },
})

export const confirmIdentity = route(ownSession, {
  method: 'post',
  path: '/api/account/confirmation',
  tags,
  summary: 'The password again, which changes of the sign-in need some minutes after it',
  request: body(z.object({ password: Password })),
  responses: { 204: { description: 'Confirmed' }, ...problems(400, 401, 403, 429) },
})

export const readSecondFactor = route(ownSession, {
  method: 'get',
  path: '/api/account/totp',
  tags,
  summary: 'Whether a second factor is on, and how many recovery codes are left',
  responses: {
    200: json(
      z.object({ enabled: z.boolean(), recoveryCodesLeft: z.number().int() }).openapi('SecondFactor'),
      'The second factor',
    ),
    ...problems(401),
  },
})

export const enrolSecondFactor = route(ownSession, {
  method: 'post',
  path: '/api/account/totp',
  tags,
  summary: 'A new secret for an authenticator app; it counts once a code of it was sent',
  responses: {
    200: json(
      z
        .object({
          secret: z.string().openapi({ description: 'Base32, for typing' }),
          address: z.string().openapi({ example: 'otpauth://totp/…' }),
          qr: z.string().openapi({ description: 'The address as an SVG image' }),
        })
        .openapi('TotpEnrolment'),
      'What the app reads',
    ),
    ...problems(401, 403, 409),
  },
})

export const confirmSecondFactor = route(ownSession, {
  method: 'post',
  path: '/api/account/totp/confirm',
  tags,
  summary: 'The first code, which turns the second factor on',
  request: body(z.object({ code: Code })),
  responses: { 200: json(RecoveryCodes, 'It is on'), ...problems(400, 401, 403, 409, 422, 429) },
})

export const disableSecondFactor = route(ownSession, {
  method: 'post',
  path: '/api/account/totp/disable',
  tags,
  summary: 'Turn the second factor off, with the password and a code',
  request: body(z.object({ password: Password.optional(), code: Code })),
  responses: { 204: { description: 'It is off' }, ...problems(400, 401, 403, 409, 422, 429) },
})

export const renewRecoveryCodes = route(ownSession, {
  method: 'post',
  path: '/api/account/recovery-codes',
  tags,
  summary: 'Ten new recovery codes in place of all older ones',
  responses: { 200: json(RecoveryCodes, 'The new codes'), ...problems(401, 403, 409) },
})

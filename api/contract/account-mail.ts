import { z } from '@hono/zod-openapi'
import { LANGUAGES, PASSWORD_LENGTH } from '../../domain/index.ts'
import { Account } from './account.ts'
import { anyone, ownSession, route } from './policy.ts'
import { Session } from './session.ts'
import { json, line, problems } from './shared.ts'

const tags = ['account']
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const Email = z.email().max(254)
const Token = z.string().regex(/^[\w-]{43}$/, 'the token of the link')
const Password = z.string().min(1).max(PASSWORD_LENGTH.most)
const sent = { 202: { description: 'A mail is on its way. The answer is the same for every address.' } }

export const askSignUp = route(anyone, {
  method: 'post',
  path: '/api/account/sign-up',
  tags,
  summary: 'Ask for a citizen’s account: a link comes by mail',
  request: body(z.object({ email: Email, language: z.enum(LANGUAGES).default('ro') })),
  responses: { ...sent, ...problems(400, 429) },
})

export const completeSignUp = route(anyone, {
  method: 'post',
  path: '/api/account/sign-up/complete',
  tags,
  summary: 'Open the account with the token of the link, and sign in',
  request: body(z.object({ token: Token, name: line(1, 200), password: Password })),
  responses: { 201: json(Session, 'Signed in; the session cookie is set'), ...problems(400, 404, 422, 429) },
})

export const askPasswordReset = route(anyone, {
  method: 'post',
  path: '/api/account/password-reset',
  tags,
  summary: 'Ask for a new password: a link comes by mail',
  request: body(
    z.object({
      email: Email.or(
        z
          .string()
          .regex(/^[^@\s]+@[^@\s]+$/)
          .max(254),
      ),
    }),
  ),
  responses: { ...sent, ...problems(400, 429) },
})

export const completePasswordReset = route(anyone, {
  method: 'post',
  path: '/api/account/password-reset/complete',
  tags,
  summary: 'Choose a password with the token of the link; all sessions end',
  request: body(z.object({ token: Token, password: Password })),
  responses: { 204: { description: 'Changed: sign in with it' }, ...problems(400, 404, 422, 429) },
})

export const askEmailChange = route(ownSession, {
  method: 'post',
  path: '/api/account/email',
  tags,
  summary: 'Ask for another e-mail address: a link goes there',
  request: body(z.object({ email: Email, password: Password.optional() })),
  responses: { ...sent, ...problems(400, 401, 403, 422, 429) },
})

export const completeEmailChange = route(anyone, {
  method: 'post',
  path: '/api/account/email/complete',
  tags,
  summary: 'Confirm the new address with the token of the link; the old one is told',
  request: body(z.object({ token: Token })),
  responses: { 204: { description: 'Changed' }, ...problems(400, 404, 429) },
})

export const unlockAccount = route(anyone, {
  method: 'post',
  path: '/api/account/unlock',
  tags,
  summary: 'Open a locked account again with the token of the link',
  request: body(z.object({ token: Token })),
  responses: { 204: { description: 'Open' }, ...problems(400, 404, 429) },
})

export const MailLink = z
  .object({
    purpose: z.enum(['sign_up', 'password_reset', 'email_change', 'unlock']),
    email: z.string(),
    expiresAt: z.string(),
  })
  .openapi('MailLink')

export const readMailLink = route(anyone, {
  method: 'get',
  path: '/api/account/link',
  tags,
  summary: 'What the link of a mail is good for; it is not used by that',
  request: { query: z.object({ token: Token }) },
  responses: { 200: json(MailLink, 'The link'), ...problems(400, 404) },
})

export const askDeletion = route(ownSession, {
  method: 'post',
  path: '/api/account/deletion',
  tags,
  summary: 'Delete the account: everything that lets in ends at once, the rest is erased after seven days',
  request: body(z.object({ password: Password.optional() })),
  responses: { 200: json(Account, 'With the day of the erasure'), ...problems(400, 401, 403, 409, 422, 429) },
})

export const keepAccount = route(ownSession, {
  method: 'delete',
  path: '/api/account/deletion',
  tags,
  summary: 'Keep the account after all',
  responses: { 200: json(Account, 'The account'), ...problems(401, 403) },
})

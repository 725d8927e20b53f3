import { z } from '@hono/zod-openapi'
import { LANGUAGES, PASSWORD_LENGTH, TOKEN_SCOPES } from '../../domain/index.ts'
import { ownRows, ownSession, route } from './policy.ts'
import { json, line, problems } from './shared.ts'

const tags = ['account']
/** Nobody reaches what belongs to another person's account. */

const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const Instant = z.string().openapi({ example: '2026-06-30T10:15:00.000Z' })
const PersonName = line(1, 200)
/** A password that is asked for; what a new one must be is judged by the domain's rules. */
const Password = z.string().min(1).max(PASSWORD_LENGTH.most)

export const Account = z
  .object({
    email: z.string(),
    name: z.string(),
    language: z.enum(LANGUAGES).openapi({ description: 'Language of mails and notifications' }),
    demo: z.boolean(),
    hasPassword: z.boolean(),
    createdAt: Instant,
    deletionDue: Instant.nullable().openapi({ description: 'When the account will be erased' }),
  })
  .openapi('Account')

export const readAccount = route(ownSession, {
  method: 'get',
  path: '/api/account',
  tags,
  summary: 'The own account',
  responses: { 200: json(Account, 'The account'), ...problems(401, 403) },
})

export const changeAccount = route(ownSession, {
  method: 'patch',
  path: '/api/account',
  tags,
  summary: 'Change name or language',
  request: body(z.object({ name: PersonName.optional(), language: z.enum(LANGUAGES).optional() })),
  responses: { 200: json(Account, 'The account as it is now'), ...problems(400, 401, 403) },
})

export const changePassword = route(ownSession, {
  method: 'post',
  path: '/api/account/password',
  tags,
  summary: 'Change the password; the other sessions end',
  request: body(z.object({ current: Password, password: Password })),
  responses: { 204: { description: 'Changed' }, ...problems(400, 401, 403, 422, 429) },
})

export const AccountSession = z
  .object({
    id: z.string(),
    current: z.boolean(),
    createdAt: Instant,
    lastSeen: Instant,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .openapi('AccountSession')

export const listAccountSessions = route(ownSession, {
  method: 'get',
  path: '/api/account/sessions',
  tags,
  summary: 'Where the account is signed in, last used first',
  responses: { 200: json(z.object({ items: z.array(AccountSession) }), 'Sessions'), ...problems(401, 403) },
})

export const endAccountSession = route(
  ownSession,
  {
    method: 'delete',
    path: '/api/account/sessions/{id}',
    tags,
    summary: 'End one session',
    request: { params: z.object({ id: z.string().min(1).max(100) }) },
    responses: { 204: { description: 'Ended' }, ...problems(400, 401, 403, 404) },
  },
  ownRows,
)

export const endOtherSessions = route(ownSession, {
  method: 'delete',
  path: '/api/account/sessions',
  tags,
  summary: 'End all other sessions',
  responses: { 200: json(z.object({ ended: z.number().int() }), 'How many ended'), ...problems(401, 403) },
})

export const AccountToken = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(TOKEN_SCOPES)),
    createdAt: Instant,
    expiresAt: Instant,
    expired: z.boolean(),
    lastUsedAt: Instant.nullable(),
  })
  .openapi('AccountToken')

export const listAccountTokens = route(ownSession, {
  method: 'get',
  path: '/api/account/tokens',
  tags,
  summary: 'API tokens of the account, the newest first',
  responses: { 200: json(z.object({ items: z.array(AccountToken) }), 'Tokens'), ...problems(401, 403) },
})

export const makeAccountToken = route(ownSession, {
  method: 'post',
  path: '/api/account/tokens',
  tags,
  summary: 'Make an API token; it is shown this once',
  request: body(
    z.object({
      name: line(1, 100),
      scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
      days: z.number().int().min(1).max(366),
    }),
  ),
  responses: {
    201: json(
      AccountToken.extend({ token: z.string() }).openapi('NewAccountToken'),
      'The token; only its hash is kept',
    ),
    ...problems(400, 401, 403, 409),
  },
})

export const revokeAccountToken = route(
  ownSession,
  {
    method: 'delete',
    path: '/api/account/tokens/{id}',
    tags,
    summary: 'Revoke an API token',
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 204: { description: 'Revoked' }, ...problems(400, 401, 403, 404) },
  },
  ownRows,
)

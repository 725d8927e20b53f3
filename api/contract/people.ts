import { z } from '@hono/zod-openapi'
import { INVITATION_STATES, LANGUAGES, ROLES } from '../../domain/index.ts'
import { byId } from './organisations.ts'
import { anyone, only, type Rows, route, signedIn } from './policy.ts'
import { IsoDate, json, line, Names, problems } from './shared.ts'

const managers = only('approver', 'admin')
const ofAdmin: Rows = { all: ['admin'] }
const ofAdminAuditor: Rows = { all: ['admin', 'auditor'] }
const userReaders = only('admin', 'auditor')
const tags = ['people']
const sendJson = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
})
const Email = z.email().max(254)
const done = { 204: { description: 'Done' } }

const Person = z.object({ id: z.string(), name: z.string(), email: z.string() }).openapi('Person')
const Place = z.object({ id: z.uuid(), names: Names }).nullable()

const Membership = z
  .object({
    id: z.uuid(),
    person: Person,
    role: z.enum(ROLES),
    organisation: Place.openapi({ description: 'Null: for the whole county' }),
    from: z.iso.datetime(),
    until: z.iso.datetime().nullable(),
    mayEnd: z.boolean(),
  })
  .openapi('Membership')

const Deputy = z
  .object({
    id: z.uuid(),
    principal: Person,
    deputy: Person,
    organisation: Place,
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    mayEnd: z.boolean(),
  })
  .openapi('Deputy')

const Invitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(ROLES),
    organisation: Place,
    sentAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
    firstDay: z.string().nullable().openapi({ description: 'First day of the role; null: its acceptance' }),
    lastDay: z.string().nullable().openapi({ description: 'Last day of the role; null: without end' }),
  })
  .openapi('Invitation')

export const listMembers = route(
  only('reporter', 'approver', 'official', 'admin', 'auditor'),
  {
    method: 'get',
    path: '/api/organisations/{id}/members',
    tags,
    summary: 'Who has which role at the organisation, with deputies',
    request: { params: byId, query: z.object({ ended: z.enum(['true', 'false']).optional() }) },
    responses: {
      200: json(
        z.object({ members: z.array(Membership), deputies: z.array(Deputy) }).openapi('Members'),
        'By name',
      ),
      ...problems(400, 401, 403, 404),
    },
  },
  { all: ['official', 'admin', 'auditor'] },
)

/** An administrator ends any role, an approver those of reporters, everybody the own. */
export const endMembership = route(
  signedIn,
  {
    method: 'delete',
    path: '/api/memberships/{id}',
    tags,
    summary: 'End a role now',
    request: { params: byId },
    responses: { ...done, ...problems(400, 401, 403, 404, 409) },
  },
  ofAdmin,
)

export const listUsers = route(userReaders, {
  method: 'get',
  path: '/api/users',
  tags,
  summary: 'People with accounts and their roles',
  request: {
    query: z.object({
      q: z.string().max(200).optional(),
      role: z.enum(ROLES).optional(),
      organisation: z.uuid().optional(),
      after: z.string().max(254).optional(),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          items: z.array(Person.extend({ demo: z.boolean(), roles: z.array(Membership) })),
          next: z.string().nullable(),
        })
        .openapi('UserList'),
      'By e-mail address',
    ),
    ...problems(400, 401, 403),
  },
})

const userId = z.object({ id: z.string().min(1).max(100) })

export const getUser = route(
  userReaders,
  {
    method: 'get',
    path: '/api/users/{id}',
    tags,
    summary: 'One person with all roles, ended ones too, and deputies',
    request: { params: userId },
    responses: {
      200: json(
        Person.extend({
          demo: z.boolean(),
          roles: z.array(Membership),
          deputies: z.array(Deputy),
          mayGrant: z.boolean(),
        }).openapi('UserDetails'),
        'The person',
      ),
      ...problems(400, 401, 403, 404),
    },
  },
  ofAdminAuditor,
)

export const grantUserRole = route(
  only('admin'),
  {
    method: 'post',
    path: '/api/users/{id}/roles',
    tags,
    summary: 'Give a person a role, from now on or from a later day',
    request: {
      params: userId,
      body: sendJson(
        z.object({
          role: z.enum(ROLES),
          organisationId: z.uuid().nullable().openapi({ description: 'Null: for the whole county' }),
          firstDay: IsoDate.nullable().default(null).openapi({ description: 'Null: from now on' }),
          lastDay: IsoDate.nullable().openapi({ description: 'Null: without end' }),
        }),
      ),
    },
    responses: { ...done, ...problems(400, 401, 403, 404, 409, 422) },
  },
  ofAdmin,
)

const Language = z.enum(LANGUAGES)

export const listInvitationsRoute = route(
  only('approver', 'admin', 'auditor'),
  {
    method: 'get',
    path: '/api/invitations',
    tags,
    summary: 'Invitations that wait, of one organisation or of all whose invitations the caller sees',
    request: { query: z.object({ organisation: z.uuid().optional() }) },
    responses: {
      200: json(z.object({ items: z.array(Invitation) }).openapi('InvitationList'), 'The last sent first'),
      ...problems(400, 401, 403, 404),
    },
  },
  ofAdminAuditor,
)

export const sendInvitation = route(managers, {
  method: 'post',
  path: '/api/invitations',
  tags,
  summary: 'Invite somebody by e-mail to a role; the link works once and for 14 days',
  request: {
    body: sendJson(
      z.object({
        email: Email,
        role: z.enum(ROLES),
        organisationId: z.uuid().nullable(),
        language: Language.default('ro'),
      }),
    ),
  },
  responses: { 201: json(Invitation, 'Sent'), ...problems(400, 401, 403, 404, 409, 422, 429) },
})

export const resendInvitation = route(
  managers,
  {
    method: 'post',
    path: '/api/invitations/{id}/resend',
    tags,
    summary: 'Send a new link; the one before stops working',
    request: { params: byId },
    responses: { 200: json(Invitation, 'Sent'), ...problems(400, 401, 403, 404, 429) },
  },
  ofAdmin,
)

export const withdrawInvitation = route(
  managers,
  {
    method: 'delete',
    path: '/api/invitations/{id}',
    tags,
    summary: 'Take an invitation back',
    request: { params: byId },
    responses: { ...done, ...problems(400, 401, 403, 404) },
  },
  ofAdmin,
)

const Token = z.string().regex(/^[\w-]{20,100}$/, 'the token of an invitation')

export const lookAtInvitation = route(anyone, {
  method: 'get',
  path: '/api/invitations/open',
  tags,
  summary: 'What the link of an invitation is for',
  request: { query: z.object({ token: Token }) },
  responses: {
    200: json(
      z
        .object({
          state: z
            .enum(INVITATION_STATES)
            .openapi({ description: 'Only an open invitation can be accepted' }),
          email: z
            .string()
            .nullable()
            .openapi({ description: 'The address that was invited; null once the link is worth nothing' }),
          role: z.enum(ROLES),
          organisation: Place,
          inviter: z
            .string()
            .nullable()
            .openapi({ description: 'Name of who invited; null when there is no such account any more' }),
          expiresAt: z.iso.datetime(),
          hasAccount: z.boolean().openapi({ description: 'An account has this e-mail address' }),
          mine: z.boolean().openapi({ description: 'The caller is signed in with this e-mail address' }),
        })
        .openapi('OpenInvitation'),
      'The invitation',
    ),
    ...problems(400, 404),
  },
})

export const acceptInvitation = route(anyone, {
  method: 'post',
  path: '/api/invitations/accept',
  tags,
  summary: 'Take the role: signed in with the invited address, or with a name and password for a new account',
  request: {
    body: sendJson(
      z.object({
        token: Token,
        account: z
          .object({ name: line(2, 200), password: z.string().min(1).max(256) })
          .nullable()
          .openapi({ description: 'Null: the caller has an account and is signed in' }),
      }),
    ),
  },
  responses: { ...done, ...problems(400, 401, 403, 404, 409, 422, 429) },
})

export const listDeputiesRoute = route(signedIn, {
  method: 'get',
  path: '/api/deputies',
  tags,
  summary: "The caller's deputies, and those whose deputy the caller is",
  responses: {
    200: json(z.object({ items: z.array(Deputy) }).openapi('DeputyList'), 'By their first day'),
    ...problems(401),
  },
})

export const nameDeputyRoute = route(signedIn, {
  method: 'post',
  path: '/api/deputies',
  tags,
  summary: 'Name a deputy for the roles at an organisation, from one day to another',
  request: {
    body: sendJson(
      z.object({
        principal: z.string().max(100).nullable().openapi({ description: 'Null: the caller' }),
        deputyEmail: Email,
        organisationId: z.uuid().nullable().openapi({ description: 'Null: the roles for the whole county' }),
        from: IsoDate,
        lastDay: IsoDate,
      }),
    ),
  },
  responses: { 201: json(Deputy, 'Named'), ...problems(400, 401, 403, 404, 409, 422) },
})

export const endDeputyRoute = route(
  signedIn,
  {
    method: 'delete',
    path: '/api/deputies/{id}',
    tags,
    summary: "End a deputy's time now",
    request: { params: byId },
    responses: { ...done, ...problems(400, 401, 403, 404) },
  },
  ofAdmin,
)

import { z } from '@hono/zod-openapi'
import { CONTACT_KINDS, ORGANISATION_KINDS, ROLES } from '../../domain/index.ts'
import { only, type Rows, route } from './policy.ts'
import { CuiParam, IsoDate, json, line, Names, problems } from './shared.ts'

const office = ['official', 'clerk', 'moderator', 'publisher', 'admin', 'analyst', 'auditor'] as const
const ofOffice: Rows = { all: office }
const ofEditors: Rows = { all: ['official', 'admin'] }
const organisationReaders = only('reporter', 'approver', ...office)
const editors = only('official', 'admin')
const tags = ['organisations']
export const byId = z.object({ id: z.uuid() })
const sendJson = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const Siruta = z.string().regex(/^\d{1,6}$/, 'a SIRUTA code has up to 6 digits')
const Name = line(2, 300)
const Kind = z.enum(ORGANISATION_KINDS)

const OrganisationRef = z.object({ id: z.uuid(), names: Names, kind: z.string() }).openapi('OrganisationRef')

const Organisation = z
  .object({
    id: z.uuid(),
    cui: z.string().nullable(),
    siruta: z.string().nullable(),
    territory: z
      .string()
      .nullable()
      .openapi({ description: 'SIRUTA code of the town or commune that it serves; null: the whole county' }),
    kind: z.string(),
    names: Names,
    parentId: z.uuid().nullable(),
    demo: z.boolean(),
  })
  .openapi('Organisation')

export const Contact = z
  .object({
    kind: z.enum(CONTACT_KINDS),
    value: z.string().trim().min(2).max(300),
    label: z.string().trim().max(100).default(''),
  })
  .openapi('Contact')

const OrganisationDetails = Organisation.extend({
  county: z.string(),
  on: z.string().openapi({ description: 'The day for which names, kind and parent are told' }),
  parents: z.array(
    z.object({
      organisation: OrganisationRef,
      from: z.string().nullable().openapi({ description: 'Null: since ever' }),
      lastDay: z.string().nullable().openapi({ description: 'Null: without end' }),
    }),
  ),
  children: z.array(OrganisationRef),
  past: z.array(z.object({ names: Names, kind: z.string(), lastDay: z.string() })),
  contacts: z.array(Contact),
  may: z
    .object({
      edit: z.boolean(),
      contacts: z.boolean(),
      seeMembers: z.boolean(),
      grant: z.array(z.enum(ROLES)),
    })
    .openapi({ description: 'What the caller may do here' }),
}).openapi('OrganisationDetails')

const OrganisationInput = z
  .object({
    cui: z.string().max(20).nullable(),
    siruta: Siruta.nullable(),
    territory: Siruta.nullable(),
    kind: Kind,
    names: z.object({ ro: Name, hu: Name, en: Name }),
  })
  .openapi('OrganisationInput')

export const listOrganisationsRoute = route(
  organisationReaders,
  {
    method: 'get',
    path: '/api/organisations',
    tags,
    summary: 'Organisations that the caller sees, with their parents on a day',
    request: {
      query: z.object({
        q: z.string().max(200).optional(),
        kind: Kind.optional(),
        parent: z.uuid().optional(),
        withoutCui: z.enum(['true', 'false']).optional(),
        on: IsoDate.optional(),
      }),
    },
    responses: {
      200: json(
        z.object({ items: z.array(Organisation), mayAdd: z.boolean() }).openapi('OrganisationList'),
        'By Romanian name',
      ),
      ...problems(400, 401, 403),
    },
  },
  ofOffice,
)

export const addOrganisationRoute = route(editors, {
  method: 'post',
  path: '/api/organisations',
  tags,
  summary: 'Add an organisation',
  request: {
    body: sendJson(
      OrganisationInput.extend({
        parentId: z.uuid().nullable(),
        parentFrom: IsoDate.nullable().openapi({ description: 'Null: since ever' }),
      }),
    ),
  },
  responses: { 201: json(OrganisationDetails, 'Added'), ...problems(400, 401, 403, 409, 422) },
})

export const getOrganisation = route(
  organisationReaders,
  {
    method: 'get',
    path: '/api/organisations/{id}',
    tags,
    summary: 'One organisation, as it was on a day',
    request: { params: byId, query: z.object({ on: IsoDate.optional() }) },
    responses: { 200: json(OrganisationDetails, 'The organisation'), ...problems(400, 401, 403, 404) },
  },
  ofOffice,
)

export const putOrganisationRoute = route(
  editors,
  {
    method: 'put',
    path: '/api/organisations/{id}',
    tags,
    summary: 'Change an organisation; what it was before the day is kept',
    request: {
      params: byId,
      body: sendJson(
        OrganisationInput.extend({
          from: IsoDate.optional().openapi({
            description: 'First day of the new name or kind; today if not given',
          }),
        }),
      ),
    },
    responses: { 200: json(OrganisationDetails, 'Changed'), ...problems(400, 401, 403, 404, 409, 422) },
  },
  ofEditors,
)

export const putParentRoute = route(
  editors,
  {
    method: 'put',
    path: '/api/organisations/{id}/parent',
    tags,
    summary: 'Say who the parent is from one day to another; what was said of those days gives way',
    request: {
      params: byId,
      body: sendJson(
        z.object({
          parentId: z.uuid().nullable().openapi({ description: 'Null: nobody in this time' }),
          from: IsoDate.nullable(),
          lastDay: IsoDate.nullable(),
        }),
      ),
    },
    responses: { 200: json(OrganisationDetails, 'Changed'), ...problems(400, 401, 403, 404, 409) },
  },
  ofEditors,
)

export const putContactsRoute = route(
  only('approver', 'official', 'admin'),
  {
    method: 'put',
    path: '/api/organisations/{id}/contacts',
    tags,
    summary: 'Put these contacts in the place of the ones before',
    request: { params: byId, body: sendJson(z.object({ contacts: z.array(Contact).max(30) })) },
    responses: { 200: json(OrganisationDetails, 'Changed'), ...problems(400, 401, 403, 404) },
  },
  ofEditors,
)

const CuiProposal = z
  .object({
    id: z.uuid(),
    cui: CuiParam,
    name: z.string().openapi({ description: 'Name of the institution in the report' }),
    reason: z.enum(['sender', 'name', 'unknown']),
    organisation: z.object({ id: z.uuid(), names: Names }).nullable(),
    submissionId: z.uuid().nullable(),
    proposedAt: z.iso.datetime(),
  })
  .openapi('CuiProposal')

export const listProposalsRoute = route(only('official', 'admin', 'auditor'), {
  method: 'get',
  path: '/api/cui-proposals',
  tags,
  summary: 'Fiscal codes that reports name and no organisation has',
  responses: {
    200: json(z.object({ items: z.array(CuiProposal) }).openapi('CuiProposalList'), 'The oldest first'),
    ...problems(401, 403),
  },
})

export const confirmProposalRoute = route(
  editors,
  {
    method: 'post',
    path: '/api/cui-proposals/{id}/confirm',
    tags,
    summary: 'Give the fiscal code to an organisation; the report that named it is read again',
    request: { params: byId, body: sendJson(z.object({ organisationId: z.uuid() })) },
    responses: { 204: { description: 'Given' }, ...problems(400, 401, 403, 404, 409) },
  },
  ofEditors,
)

export const rejectProposalRoute = route(
  editors,
  {
    method: 'post',
    path: '/api/cui-proposals/{id}/reject',
    tags,
    summary: 'Turn the proposal down',
    request: { params: byId },
    responses: { 204: { description: 'Turned down' }, ...problems(400, 401, 403, 404) },
  },
  ofEditors,
)

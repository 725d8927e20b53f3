import { z } from '@hono/zod-openapi'
import {
  BASES_OF,
  MANDATE_BASES,
  MANDATE_STATES,
  MANDATE_STEPS,
  MOST_PROOFS,
  PRINCIPAL_KINDS,
  parseCui,
  ROLES,
} from '../../domain/index.ts'
import { Attachment } from './attachments.ts'
import { Rule } from './calendar.ts'
import { DocumentSummary } from './documents.ts'
import { CnpText } from './person-search.ts'
import { only, route, signedIn } from './policy.ts'
import { IsoDate, json, line, problems } from './shared.ts'

const tags = ['mandates']
const office = only('official', 'clerk', 'auditor')
const deciders = only('official')
/** An auditor changes nothing, not even as a private person. */
const people = only(...ROLES.filter(role => role !== 'auditor'))
const everyone = { all: ['official', 'clerk', 'auditor'] } as const
const id = z.object({ id: z.uuid() })
const reason = z.string().trim().min(3).max(2000)

export const Represented = z
  .object({
    mandate: z.uuid(),
    principal: z.uuid(),
    kind: z.enum(PRINCIPAL_KINDS),
    cui: z.string().nullable(),
    name: z.string().nullable(),
    basis: z.enum(MANDATE_BASES),
    // Not IsoDate.nullable(): the first use of a schema gives the generated one its shape.
    until: z.union([IsoDate, z.null()]),
  })
  .openapi('Represented')

export const Mandate = z
  .object({
    id: z.uuid(),
    number: z
      .string()
      .openapi({ description: 'Registration number of the request', example: '128/24.11.2026' }),
    state: z.enum(MANDATE_STATES),
    active: z.boolean().openapi({ description: 'Whether it lets act today' }),
    own: z.boolean().openapi({ description: "Whether it is the caller's" }),
    principal: z.object({
      id: z.uuid(),
      kind: z.enum(PRINCIPAL_KINDS),
      cui: z.string().nullable(),
      cnp: z.string().nullable().openapi({
        description: 'Whole for the official who decides and for who asked; else its last four digits',
      }),
      name: z.string().nullable().openapi({ description: 'Null once it was erased' }),
    }),
    person: z.object({ name: z.string().nullable() }),
    basis: z.enum(MANDATE_BASES),
    from: IsoDate,
    until: IsoDate.nullable(),
    createdAt: z.string(),
    steps: z.array(
      z.object({
        step: z.enum(MANDATE_STEPS),
        at: z.string(),
        day: IsoDate,
        reason: z.string().nullable(),
        number: z.string().nullable(),
      }),
    ),
    rule: Rule,
    clock: z.object({
      status: z.enum(['not_started', 'running', 'stopped', 'ended']),
      deadline: IsoDate.nullable(),
      daysLeft: z.number().int(),
      overdue: z.boolean(),
      daysOver: z.number().int(),
    }),
    next: z.array(z.enum(MANDATE_STEPS)).openapi({ description: 'Steps that the caller may take now' }),
    document: DocumentSummary.nullable(),
  })
  .openapi('Mandate')

const list = (description: string, name: string) =>
  json(z.object({ items: z.array(Mandate), next: z.string().nullable() }).openapi(name), description)

const proofs = z
  .array(z.uuid())
  .max(MOST_PROOFS)
  .refine(ids => new Set(ids).size === ids.length, 'each file once')
  .default([])
  .openapi({ description: 'Attachments of the caller with the purpose "proof", sent before' })

const NewMandate = z
  .object({
    principal: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('company'),
        cui: z
          .string()
          .max(20)
          .refine(text => parseCui(text) !== null, 'a fiscal code with its check digit'),
        name: line(2, 200),
      }),
      z.object({
        kind: z.literal('person'),
        cnp: CnpText,
        name: line(2, 200),
      }),
    ]),
    basis: z.enum(MANDATE_BASES),
    from: IsoDate,
    until: IsoDate.nullable(),
    proofs,
  })
  .refine(({ principal, basis }) => BASES_OF[principal.kind].includes(basis), {
    path: ['basis'],
    message: 'a basis for one of this kind',
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    message: 'not before the first day',
  })
  .openapi('NewMandate')

const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
})

export const listMandates = route(
  signedIn,
  {
    method: 'get',
    path: '/api/mandates',
    tags,
    summary:
      "The caller's own mandates and requests, newest first; or those of others for whom the caller speaks for",
    request: {
      query: z.object({
        of: z.enum(['me', 'represented']).default('me').openapi({
          description: 'represented: who acts for the caller, or for a company, a child or a ward of theirs',
        }),
      }),
    },
    responses: { 200: list('Mandates', 'MandateList'), ...problems(400, 401) },
  },
  { all: [] },
)

export const createMandate = route(people, {
  method: 'post',
  path: '/api/mandates',
  tags,
  summary: 'Ask for a mandate of a company, a sole trader or a person',
  request: { body: body(NewMandate) },
  responses: { 201: json(Mandate, 'Registered'), ...problems(400, 401, 403, 409, 422) },
})

export const mandateQueue = route(
  office,
  {
    method: 'get',
    path: '/api/office/mandates',
    tags,
    summary: 'Mandates of everyone by state, newest first: what the office works on',
    request: {
      query: z.object({
        state: z.enum(MANDATE_STATES).optional().openapi({ description: 'Those that wait when absent' }),
        before: z
          .string()
          .regex(/^\d{1,18}$/)
          .optional(),
      }),
    },
    responses: { 200: list('Mandates', 'MandateQueue'), ...problems(400, 401, 403) },
  },
  everyone,
)

export const getMandate = route(
  signedIn,
  {
    method: 'get',
    path: '/api/mandates/{id}',
    tags,
    summary: 'A mandate: for who asked, who acts for the same one now, and the office',
    request: { params: id },
    responses: { 200: json(Mandate, 'The mandate'), ...problems(400, 401, 404) },
  },
  everyone,
)

export const mandateProofs = route(
  signedIn,
  {
    method: 'get',
    path: '/api/mandates/{id}/proofs',
    tags,
    summary: 'What was attached to prove a mandate: for who asked, and the official who decides',
    request: { params: id },
    responses: {
      200: json(z.object({ items: z.array(Attachment) }).openapi('MandateProofs'), 'The files, oldest first'),
      ...problems(400, 401, 404),
    },
  },
  { all: ['official'] },
)

export const askCompletion = route(
  deciders,
  {
    method: 'post',
    path: '/api/mandates/{id}/completion',
    tags,
    summary: 'Ask for what is missing; the clock stands until the answer',
    request: { params: id, body: body(z.object({ reason }).openapi('CompletionRequest')) },
    responses: { 200: json(Mandate, 'Asked'), ...problems(400, 401, 403, 404, 409) },
  },
  everyone,
)

export const answerCompletion = route(
  people,
  {
    method: 'post',
    path: '/api/mandates/{id}/answer',
    tags,
    summary: 'Answer what the office asked for; the clock runs again',
    request: { params: id, body: body(z.object({ text: reason, proofs }).openapi('CompletionAnswer')) },
    responses: { 200: json(Mandate, 'Answered'), ...problems(400, 401, 403, 404, 409, 422) },
  },
  { all: [] },
)

export const decideMandate = route(
  deciders,
  {
    method: 'post',
    path: '/api/mandates/{id}/decision',
    tags,
    summary: 'Confirm a mandate, or refuse it with the reason',
    request: {
      params: id,
      body: body(
        z
          .discriminatedUnion('decision', [
            z.object({ decision: z.literal('confirmed') }),
            z.object({ decision: z.literal('refused'), reason }),
          ])
          .openapi('MandateDecision'),
      ),
    },
    responses: { 200: json(Mandate, 'Decided'), ...problems(400, 401, 403, 404, 409) },
  },
  everyone,
)

export const endMandate = route(
  people,
  {
    method: 'post',
    path: '/api/mandates/{id}/end',
    tags,
    summary:
      'Withdraw the own request or give up the own mandate; who is represented revokes a power of attorney; an official ends any, with the reason',
    request: {
      params: id,
      body: body(
        z
          .discriminatedUnion('step', [
            z.object({ step: z.enum(['withdrawn', 'renounced']) }),
            z.object({ step: z.enum(['revoked', 'ended_by_office']), reason }),
          ])
          .openapi('MandateEnd'),
      ),
    },
    responses: { 200: json(Mandate, 'Ended'), ...problems(400, 401, 403, 404, 409) },
  },
  { all: ['official'] },
)

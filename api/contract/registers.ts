import { z } from '@hono/zod-openapi'
import { everyRow, only, route } from './policy.ts'
import { IsoDate, json, Names, problems } from './shared.ts'

const tags = ['registers']
const keepers = only('official', 'clerk')
const readers = only('official', 'clerk', 'auditor')

const RegisterCode = z
  .string()
  .max(40)
  .regex(/^[a-z0-9_]+$/, 'the code of a register')
const register = z.object({ register: RegisterCode })
const line = z.object({ register: RegisterCode, id: z.uuid() })
const Direction = z.enum(['entry', 'exit'])
const Year = z.coerce.number().int().min(2003).max(2199)

export const RegisterEntry = z
  .object({
    id: z.uuid(),
    register: z.string(),
    number: z.number().int(),
    year: z.number().int(),
    text: z.string().openapi({ description: 'As it is written on papers', example: '128/24.11.2026' }),
    direction: Direction,
    day: IsoDate,
    at: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    summary: z.string(),
    correspondent: z
      .string()
      .nullable()
      .openapi({ description: 'Null when nobody outside is concerned, or the account was erased' }),
    answers: z
      .object({ id: z.uuid(), text: z.string() })
      .nullable()
      .openapi({ description: 'The entry that this exit answers' }),
    annulled: z.object({ reason: z.string(), at: z.string() }).nullable(),
  })
  .openapi('RegisterEntry')

export const listRegisters = route(readers, {
  method: 'get',
  path: '/api/registers',
  tags,
  summary: 'The registers, with the years that have lines',
  responses: {
    200: json(
      z
        .object({
          items: z.array(
            z
              .object({ code: z.string(), names: Names, years: z.array(z.number().int()) })
              .openapi('Register'),
          ),
        })
        .openapi('RegisterList'),
      'Registers',
    ),
    ...problems(401, 403),
  },
})

export const listEntries = route(
  readers,
  {
    method: 'get',
    path: '/api/registers/{register}/entries',
    tags,
    summary: "Lines of a register's year, the newest first",
    request: {
      params: register,
      query: z.object({
        year: Year.optional(),
        direction: Direction.optional(),
        before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
      }),
    },
    responses: {
      200: json(
        z
          .object({
            year: z.number().int(),
            items: z.array(RegisterEntry),
            next: z
              .number()
              .int()
              .nullable()
              .openapi({ description: 'Give it as ?before for the next page' }),
          })
          .openapi('RegisterPage'),
        'Lines',
      ),
      ...problems(400, 401, 403, 404),
    },
  },
  everyRow,
)

export const createEntry = route(
  keepers,
  {
    method: 'post',
    path: '/api/registers/{register}/entries',
    tags,
    summary: 'Register a paper that came in or goes out',
    request: {
      params: register,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z
              .object({
                direction: Direction,
                summary: z
                  .string()
                  .trim()
                  .min(1)
                  .max(500)
                  .openapi({ description: 'What it is about; nothing personal, lines are kept for ever' }),
                correspondent: z.string().trim().min(1).max(200),
                answers: z.uuid().optional(),
              })
              .openapi('NewRegisterEntry'),
          },
        },
      },
    },
    responses: { 201: json(RegisterEntry, 'Registered'), ...problems(400, 401, 403, 404, 422) },
  },
  everyRow,
)

export const annulEntry = route(
  keepers,
  {
    method: 'post',
    path: '/api/registers/{register}/entries/{id}/annulment',
    tags,
    summary: 'Annul a line with the reason; it stays, with its number',
    request: {
      params: line,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({ reason: z.string().trim().min(1).max(500) }).openapi('Annulment'),
          },
        },
      },
    },
    responses: { 200: json(RegisterEntry, 'Annulled'), ...problems(400, 401, 403, 404, 409) },
  },
  everyRow,
)

export const exportRegister = route(
  readers,
  {
    method: 'get',
    path: '/api/registers/{register}/export',
    tags,
    summary: 'A year of a register as a file',
    request: {
      params: register,
      query: z.object({
        year: Year,
        format: z.enum(['csv', 'xlsx']),
        lang: z.enum(['ro', 'hu', 'en']).default('ro'),
      }),
    },
    responses: {
      200: { description: 'The file', content: { 'application/octet-stream': { schema: z.any() } } },
      ...problems(400, 401, 403, 404),
    },
  },
  everyRow,
)

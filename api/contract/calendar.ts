import { z } from '@hono/zod-openapi'
import { HOLIDAYS, RULE_UNITS } from '../../domain/index.ts'
import { EXTRA_DAY_KINDS } from '../../services/index.ts'
import { anyone, everyRow, only, route } from './policy.ts'
import { IsoDate, json, Names, problems } from './shared.ts'

const tags = ['rules and calendar']
const RuleCode = z
  .string()
  .max(60)
  .regex(/^[a-z_]+\.[a-z0-9_]+$/, 'the code of a rule')
  .openapi({ example: 'petition.answer' })

export const Rule = z
  .object({
    code: RuleCode,
    validFrom: IsoDate,
    value: z.string().nullable().openapi({ description: 'A decimal; null for a principle', example: '30' }),
    unit: z.enum(RULE_UNITS),
    prolonged: z.boolean().openapi({
      description: 'A term that ends on a non-working day ends on the next working one',
    }),
    article: z.string(),
    toBeConfirmed: z.boolean().openapi({ description: 'A lawyer has not confirmed it yet' }),
    confirmed: z.object({ by: z.string(), on: IsoDate }).nullable(),
    names: Names,
    explanation: Names,
  })
  .openapi('Rule')

const Year = z.coerce.number().int().min(2003).max(2199)

export const listRules = route(anyone, {
  method: 'get',
  path: '/api/rules',
  tags,
  summary: 'The rules of law as they held on a day; today when none is named',
  request: { query: z.object({ on: IsoDate.optional() }) },
  responses: {
    200: json(z.object({ on: IsoDate, items: z.array(Rule) }).openapi('RuleList'), 'Rules'),
    ...problems(400),
  },
})

export const getRule = route(anyone, {
  method: 'get',
  path: '/api/rules/{code}',
  tags,
  summary: 'All rows of one rule, the newest first',
  request: { params: z.object({ code: RuleCode }) },
  responses: {
    200: json(z.object({ items: z.array(Rule) }).openapi('RuleHistory'), 'Rows'),
    ...problems(400, 404),
  },
})

const text = z.string().trim().min(1).max(1000)
const optionalNames = z.object({ ro: text, hu: text, en: text }).optional()

export const addRule = route(only('admin'), {
  method: 'post',
  path: '/api/rules',
  tags,
  summary: 'Add a row to a rule, from a date on; earlier rows never change',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              code: RuleCode,
              validFrom: IsoDate,
              value: z
                .string()
                .regex(/^\d{1,12}(\.\d{1,4})?$/, 'a decimal number')
                .nullable(),
              unit: z.enum(RULE_UNITS),
              prolonged: z.boolean(),
              article: z.string().trim().min(1).max(300),
              toBeConfirmed: z.boolean(),
              names: optionalNames,
              explanation: optionalNames,
            })
            .refine(({ value, unit }) => (value === null) === (unit === 'principle'), {
              path: ['value'],
              message: 'a number, unless the rule is a principle',
            })
            .refine(({ value, unit }) => !unit.endsWith('_days') || /^[1-9]\d{0,3}$/.test(value ?? ''), {
              path: ['value'],
              message: 'a whole number of days, at least 1',
            })
            .openapi('NewRule'),
        },
      },
    },
  },
  responses: { 201: json(Rule, 'Added'), ...problems(400, 401, 403, 404, 409) },
})

export const confirmRule = route(
  only('admin'),
  {
    method: 'post',
    path: '/api/rules/{code}/{validFrom}/confirmation',
    tags,
    summary: 'Note who confirmed a row, and when',
    request: {
      params: z.object({ code: RuleCode, validFrom: IsoDate }),
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z
              .object({ by: z.string().trim().min(1).max(200), on: IsoDate })
              .openapi('RuleConfirmation'),
          },
        },
      },
    },
    responses: { 200: json(Rule, 'Confirmed'), ...problems(400, 401, 403, 404, 409) },
  },
  everyRow,
)

const ExtraDay = z
  .object({
    day: IsoDate,
    kind: z.enum(EXTRA_DAY_KINDS).openapi({
      description: 'free, working (to recover a free day), or usual: takes back what an earlier row said',
    }),
    act: z.string().trim().min(1).max(300).openapi({ example: 'HG nr. 1234/2026' }),
  })
  .openapi('ExtraDay')

export const getCalendar = route(anyone, {
  method: 'get',
  path: '/api/calendar',
  tags,
  summary: 'Public holidays of a year, and days that a decision made free or working',
  request: { query: z.object({ year: Year.optional() }) },
  responses: {
    200: json(
      z
        .object({
          year: z.number().int(),
          holidays: z.array(z.object({ day: IsoDate, holiday: z.enum(HOLIDAYS), names: Names })),
          extraDays: z.array(ExtraDay),
        })
        .openapi('LegalCalendar'),
      'The calendar',
    ),
    ...problems(400),
  },
})

export const addExtraDay = route(only('admin'), {
  method: 'post',
  path: '/api/calendar/extra-days',
  tags,
  summary: 'Enter what a decision says of a day',
  request: { body: { required: true, content: { 'application/json': { schema: ExtraDay } } } },
  responses: { 201: json(ExtraDay, 'Entered'), ...problems(400, 401, 403) },
})

import { z } from '@hono/zod-openapi'
import {
  ADDITIVITIES,
  DEFINITION_FAULTS,
  FIELD_ROLES,
  FIELD_UNITS,
  MISSING_STRATEGIES,
  MISTAKES,
  ORGANISATION_KINDS,
  PERIODICITIES,
  RULE_OPERATORS,
  RULE_SEVERITIES,
  VALUE_TYPES,
} from '../../domain/index.ts'

const list = <S extends z.ZodType>(of: S, most: number) => z.array(of).max(most).readonly()
const text = (length: number) => z.string().max(length)
const Texts = z.object({ ro: text(2000), hu: text(2000), en: text(2000) })
/** What is wrong with it is told when it is checked: a draft may be unfinished. */
const Identifier = text(64)
const Decimal = text(40)

const Deadline = z
  .object({
    unit: z.enum(['calendar_days', 'working_days', 'day_of_month']),
    count: z.number().int().min(0).max(1000),
    prolonged: z.boolean(),
  })
  .openapi('ReportDeadline')

const Field = z
  .object({
    name: Identifier,
    titles: Texts,
    help: Texts,
    synonyms: list(text(200), 50),
    type: z.enum(VALUE_TYPES),
    role: z.enum(FIELD_ROLES),
    required: z.boolean(),
    personal: z.boolean(),
    decimals: z.number().int().min(0).max(6),
    unit: z.enum(FIELD_UNITS),
    additivity: z.enum(ADDITIVITIES),
    minimum: Decimal.nullable(),
    maximum: Decimal.nullable(),
    maxLength: z.number().int().min(1).max(10_000).nullable(),
    codeList: Identifier.nullable(),
    sumToParent: z.boolean(),
    disaggregates: z.boolean(),
  })
  .openapi('ReportField')

const CodeList = z
  .object({
    name: Identifier,
    entries: list(
      z.object({ code: text(60), names: Texts, parent: text(60).nullable(), ofWhich: z.boolean() }),
      2000,
    ),
  })
  .openapi('ReportCodeList')

const Rule = z
  .object({
    code: Identifier,
    scope: z.enum(['row', 'report']),
    where: text(4000).nullable(),
    left: text(4000),
    operator: z.enum(RULE_OPERATORS),
    right: text(4000),
    tolerance: Decimal,
    missing: z.enum(MISSING_STRATEGIES),
    severity: z.enum(RULE_SEVERITIES),
    message: Texts,
  })
  .openapi('ReportRule')

export const Definition = z
  .object({
    names: Texts,
    help: Texts,
    legalBasis: text(1000),
    periodicity: z.enum(PERIODICITIES),
    reporters: z.object({
      kinds: list(z.enum(ORGANISATION_KINDS), ORGANISATION_KINDS.length),
      below: z.uuid().nullable(),
      territory: text(6).nullable(),
      organisations: list(z.uuid(), 5000),
    }),
    due: Deadline,
    lock: Deadline,
    fields: list(Field, 200),
    codeLists: list(CodeList, 50),
    rules: list(Rule, 200),
    totals: list(z.object({ measure: Identifier, label: text(200) }), 50),
    approvalLevels: z.literal([0, 1, 2]),
    visibility: z.enum(['internal', 'public']),
    smallCells: z.number().int().min(0).max(1000).nullable(),
    appliesFrom: text(12).openapi({ example: '2026-03' }),
    renamed: z.record(z.string(), Identifier),
  })
  .openapi('ReportDefinition')

export const Mistake = z
  .object({
    path: z.string().openapi({ example: 'fields/2/name' }),
    code: z.enum(DEFINITION_FAULTS),
    given: z.string(),
    rule: z
      .object({
        part: z.enum(['where', 'left', 'right', 'tolerance', 'operator']),
        code: z.enum(MISTAKES),
        start: z.number().int(),
        end: z.number().int(),
        given: z.string(),
        wanted: list(z.string(), 500),
      })
      .nullable(),
  })
  .openapi('ReportDefinitionMistake')

export const TableSchema = z
  .object({
    fields: list(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        type: z.enum(['string', 'number', 'integer', 'date', 'boolean']),
        constraints: z.object({
          required: z.boolean().optional(),
          minimum: z.number().optional(),
          maximum: z.number().optional(),
          maxLength: z.number().optional(),
          enum: list(z.string(), 2000).optional(),
        }),
        openCounty: Field.omit({
          name: true,
          type: true,
          required: true,
          minimum: true,
          maximum: true,
          maxLength: true,
        }),
      }),
      200,
    ),
    primaryKey: list(z.string(), 200),
    missingValues: list(z.string(), 200),
  })
  .openapi('TableSchema', { description: 'Frictionless Table Schema; `openCounty` is ours' })

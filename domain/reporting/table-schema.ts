import { LANGUAGES, type Names } from '../language.ts'
import type { ValueType } from './expression/syntax.ts'
import type { CodeList, ReportDefinition, ReportField } from './report-definition.ts'

/** A Frictionless Table Schema (v1): what other tools read of a field, and what is ours under `openCounty`. */
export interface TableSchema {
  readonly fields: readonly TableSchemaField[]
  readonly primaryKey: readonly string[]
  readonly missingValues: readonly string[]
}

export interface TableSchemaField {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly type: 'string' | 'number' | 'integer' | 'date' | 'boolean'
  readonly constraints: {
    readonly required?: boolean
    readonly minimum?: number
    readonly maximum?: number
    readonly maxLength?: number
    readonly enum?: readonly string[]
  }
  readonly openCounty: Omit<ReportField, 'name' | 'type' | 'required' | 'minimum' | 'maximum' | 'maxLength'>
}

const TYPES: Readonly<Record<ValueType, TableSchemaField['type']>> = {
  number: 'number',
  text: 'string',
  date: 'date',
  boolean: 'boolean',
}

export function toTableSchema({ fields, codeLists }: ReportDefinition): TableSchema {
  return {
    fields: fields.map(field => fieldSchema(field, codeLists)),
    primaryKey: fields.filter(({ role }) => role === 'dimension').map(({ name }) => name),
    missingValues: [''],
  }
}

function fieldSchema(field: ReportField, codeLists: readonly CodeList[]): TableSchemaField {
  const { name, type, required, minimum, maximum, maxLength, ...rest } = field
  const codes = codeLists.find(list => list.name === field.codeList)?.entries.map(({ code }) => code)
  return {
    name,
    title: field.titles.ro,
    description: field.help.ro,
    type: type === 'number' && field.decimals === 0 ? 'integer' : TYPES[type],
    constraints: {
      ...(required ? { required } : {}),
      ...(minimum === null ? {} : { minimum: Number(minimum) }),
      ...(maximum === null ? {} : { maximum: Number(maximum) }),
      ...(maxLength === null ? {} : { maxLength }),
      ...(codes ? { enum: codes } : {}),
    },
    openCounty: rest,
  }
}

export interface SchemaMistake {
  readonly path: string
  readonly code: 'not_schema' | 'field_without_name' | 'type_unknown' | 'number_invalid'
  readonly given: string
}

export type SchemaReading =
  | { readonly ok: true; readonly fields: readonly ReportField[] }
  | { readonly ok: false; readonly mistakes: readonly SchemaMistake[] }

/** Types of other schemas that we keep as something else. */
const TYPES_BACK: Readonly<Record<string, ValueType>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  year: 'number',
  date: 'date',
  boolean: 'boolean',
  any: 'text',
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a plain Table Schema, or ours, which gives back what it was made of. Code lists come with the whole definition. */
export function fromTableSchema(schema: unknown): SchemaReading {
  if (!isRecord(schema) || !Array.isArray(schema.fields))
    return { ok: false, mistakes: [{ path: 'fields', code: 'not_schema', given: typeof schema }] }
  const keys = new Set(Array.isArray(schema.primaryKey) ? schema.primaryKey : [schema.primaryKey])
  const mistakes: SchemaMistake[] = []
  const fields = schema.fields.flatMap((given: unknown, index: number): ReportField[] => {
    const path = `fields/${index}`
    if (!isRecord(given) || typeof given.name !== 'string' || given.name === '') {
      mistakes.push({ path, code: 'field_without_name', given: '' })
      return []
    }
    const type = TYPES_BACK[typeof given.type === 'string' ? given.type : 'string']
    if (!type) {
      mistakes.push({ path: `${path}/type`, code: 'type_unknown', given: String(given.type) })
      return []
    }
    return [fieldOf(given.name, type, given, keys.has(given.name), path, mistakes)]
  })
  return mistakes.length === 0 ? { ok: true, fields } : { ok: false, mistakes }
}

const allNames = (text: string): Names => ({ ro: text, hu: text, en: text })

function fieldOf(
  name: string,
  type: ValueType,
  given: Readonly<Record<string, unknown>>,
  isKey: boolean,
  path: string,
  mistakes: SchemaMistake[],
): ReportField {
  const constraints = isRecord(given.constraints) ? given.constraints : {}
  const ours = isRecord(given.openCounty) ? given.openCounty : {}
  const limit = (which: 'minimum' | 'maximum'): string | null => {
    const value = constraints[which]
    if (type !== 'number' || value === undefined || value === null) return null
    if (/^-?\d+(\.\d+)?$/.test(String(value))) return String(value)
    mistakes.push({ path: `${path}/constraints/${which}`, code: 'number_invalid', given: String(value) })
    return null
  }
  const title = typeof given.title === 'string' && given.title !== '' ? given.title : name
  const plain: ReportField = {
    name,
    titles: allNames(title),
    help: allNames(typeof given.description === 'string' ? given.description : ''),
    synonyms: [],
    type,
    role: isKey ? 'dimension' : type === 'number' ? 'measure' : 'note',
    required: constraints.required === true,
    personal: false,
    decimals: given.type === 'integer' || given.type === 'year' || type !== 'number' ? 0 : 2,
    unit: 'none',
    additivity: 'additive',
    minimum: limit('minimum'),
    maximum: limit('maximum'),
    maxLength: Number.isInteger(constraints.maxLength) ? (constraints.maxLength as number) : null,
    codeList: null,
    sumToParent: false,
    disaggregates: false,
  }
  // Of ours only what has the kind that it should have is taken.
  const taken = Object.entries(ours).filter(
    ([key, value]) => Object.hasOwn(plain, key) && isLike(value, plain[key as keyof ReportField], key),
  )
  return { ...plain, ...Object.fromEntries(taken) }
}

function isLike(value: unknown, model: unknown, key: string): boolean {
  if (key === 'codeList') return value === null || typeof value === 'string'
  if (Array.isArray(model)) return Array.isArray(value) && value.every(one => typeof one === 'string')
  if (isRecord(model))
    return isRecord(value) && LANGUAGES.every(language => typeof value[language] === 'string')
  return typeof value === typeof model
}

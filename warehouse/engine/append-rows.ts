import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  type DuckDBDecimalType,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { Parameter } from './engine.ts'
import { WarehouseError } from './warehouse-error.ts'

const CHUNK = 2048

/** Adds rows in DuckDB's own chunks, within the connection's open transaction. `tableColumns`: all columns in order. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  tableColumns: readonly string[],
  columns: readonly string[],
  rows: readonly (readonly Parameter[])[],
): Promise<void> {
  const missing = columns.find(column => !tableColumns.includes(column))
  if (missing !== undefined)
    throw new WarehouseError({ code: 'query_failed', reason: `table ${table} has no column ${missing}` })
  const [name = table, schema = null] = table.split('.').reverse()
  const appender = await connection.createAppender(name, schema)
  let complete = false
  try {
    const types = tableColumns.map((_, index) => appender.columnType(index))
    const positions = tableColumns.map(column => columns.indexOf(column))
    for (let start = 0; start < rows.length; start += CHUNK) {
      const part = rows.slice(start, start + CHUNK)
      const chunk = DuckDBDataChunk.create(types, part.length)
      for (const [index, type] of types.entries()) {
        const position = positions[index] ?? -1
        const convert = converter(type, table, tableColumns[index] ?? '')
        chunk.setColumnValues(
          index,
          position < 0
            ? new Array<DuckDBValue>(part.length).fill(null)
            : part.map(row => convert(row[position] ?? null)),
        )
      }
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
    complete = true
  } finally {
    // After a failed flush closing would try the same rows again, and throw over the first error.
    if (!complete) appender.clear()
    appender.closeSync()
  }
}

function converter(type: DuckDBType, table: string, column: string): (value: Parameter) => DuckDBValue {
  const unfit = (value: Parameter): never => {
    throw new WarehouseError({ code: 'value_unfit', table, column, value: String(value) })
  }
  const convert = fitting(type)
  return value => (value === null ? null : (convert(value) ?? unfit(value)))
}

/** Null when the value does not fit: nothing is rounded or cut on its way in. */
function fitting(type: DuckDBType): (value: Exclude<Parameter, null>) => DuckDBValue {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
      return value => (typeof value === 'string' ? value : null)
    case DuckDBTypeId.BOOLEAN:
      return value => (typeof value === 'boolean' ? value : null)
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
      return value => (Number.isInteger(Number(value)) && value !== '' ? Number(value) : null)
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
      return value => (/^-?\d+$/.test(String(value)) ? BigInt(String(value)) : null)
    case DuckDBTypeId.DATE:
      return value => {
        const days = typeof value === 'string' ? dayNumber(value) : null
        return days === null ? null : new DuckDBDateValue(days)
      }
    case DuckDBTypeId.TIMESTAMP:
      return value => {
        const micros = typeof value === 'string' ? microseconds(value) : null
        return micros === null ? null : new DuckDBTimestampValue(micros)
      }
    case DuckDBTypeId.DECIMAL: {
      const { width, scale } = type as DuckDBDecimalType
      return value => {
        const scaled = scaledDecimal(String(value), width, scale)
        return scaled === null ? null : new DuckDBDecimalValue(scaled, width, scale)
      }
    }
    default:
      return value => value
  }
}

function scaledDecimal(text: string, width: number, scale: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (fraction.length > scale) return null
  const digits = (whole + fraction.padEnd(scale, '0')).replace(/^0+(?=\d)/, '')
  return digits.length > width ? null : BigInt(sign + digits)
}

/** Days since 1970-01-01, or null when there is no such day. */
function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time / 86_400_000
}

/** Reads an instant; without a zone it is UTC, as everywhere in the warehouse. */
function microseconds(text: string): bigint | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  if (!match) return null
  const [, day, clock, fraction = '', zone = 'Z'] = match
  const time = Date.parse(`${day}T${clock}${zone}`)
  return Number.isNaN(time) ? null : BigInt(time) * 1000n + BigInt(fraction.padEnd(6, '0'))
}

import type { StagedLines } from '../../domain/index.ts'

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The staged lines as a query, in the report's order, with the columns of facts.execution that are the line's own. */
export function stagedLines({ file, sheet, place }: StagedLines): string {
  const row = place ? `(file_row_number + ${place.firstRow})::integer` : 'row_number'
  const cell = place ? `concat(${literal(place.column)}, file_row_number + ${place.firstRow})` : 'cell'
  return `select kind, functional, economic, source, section, functional_name, economic_name, source_name, amount,
      ${literal(sheet)} as sheet, ${cell} as cell, ${row} as row_number, raw_value
    from read_parquet(${literal(file)}, file_row_number = true) where kind is not null`
}

import type { LineColumns } from './row-feed.ts'
import { literal, type StagingDatabase } from './staging-database.ts'

/** Writes the view `kept` in the file's order, each line with its own place. */
export async function writeLines(
  database: StagingDatabase,
  columns: readonly LineColumns[],
  to: string,
): Promise<void> {
  const letters = columns.map(({ amount }) => literal(amount))
  const column = letters.length > 1 ? `([${letters.join(', ')}])[header + 1]` : (letters[0] ?? "''")
  await database.run(`
    copy (
      select
        kind, functional, economic, source, section, functional_name, economic_name, source_name, amount, raw_value,
        row_number, concat(${column}, row_number) as cell
      from kept order by row_number
    ) to ${literal(to)} (format parquet)`)
}

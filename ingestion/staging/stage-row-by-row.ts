import type { DecimalMark } from '../../domain/index.ts'
import { openCsv } from '../readers/csv/csv-book.ts'
import { BULK_LIMITS } from '../readers/limits.ts'
import { FED_LINES, RowFeed } from './row-feed.ts'
import type { Staged, StageOptions } from './staged.ts'

/** Reads every row by the rules for single rows: for files that a database would not cut into the same records. */
export async function stageRowByRow(
  { path, database, sheet, choices, signal, onProgress = () => {} }: StageOptions,
  decimal: DecimalMark | null,
): Promise<Staged> {
  await database.run(FED_LINES)
  const feed = new RowFeed(database, sheet, decimal)
  const book = await openCsv(path, BULK_LIMITS, choices)
  let [last, columns] = [0, 0]
  try {
    for await (const batch of book.rows(0)) {
      signal?.throwIfAborted()
      for (const row of batch) {
        last = row.row
        columns = Math.max(columns, row.cells.at(-1)?.column ?? 0)
      }
      await feed.feed(batch)
      onProgress(book.progress() * 0.8)
    }
    await feed.settle()
    await database.run('create or replace view staged as select *, true as is_fed from fed')
    return {
      feed,
      statement: feed.finish(),
      size: { rows: last, columns },
      about: book.issues(),
      whole: null,
    }
  } finally {
    await book.close()
  }
}

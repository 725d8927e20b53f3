import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Papa from 'papaparse'
import type { BudgetKind } from '../../domain/index.ts'

/** Codes of the classification for local budgets, six digits each, and letters of the funding sources. */
export interface KnownCodes {
  readonly functional: Readonly<Record<BudgetKind, ReadonlySet<string>>>
  readonly economic: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

/** Reads the reference tables functional-local.csv, economic.csv and funding-sources.csv of a folder. */
export async function loadKnownCodes(folder: string): Promise<KnownCodes> {
  const [functional, economic, sources] = await Promise.all(
    ['functional-local.csv', 'economic.csv', 'funding-sources.csv'].map(file =>
      readTable(path.join(folder, file)),
    ),
  )
  const ofKind = (kind: BudgetKind): Set<string> =>
    new Set(functional?.flatMap(row => (row.kind === kind && row.code6 ? [row.code6] : [])))
  return {
    functional: { revenue: ofKind('revenue'), expenditure: ofKind('expenditure') },
    // "10", "10.01" and "10.01.01" are 100000, 100100 and 100101 in the reports.
    economic: new Set(economic?.map(row => (row.code ?? '').replaceAll('.', '').padEnd(6, '0'))),
    sources: new Set(sources?.flatMap(row => (row.code ? [row.code] : []))),
  }
}

async function readTable(file: string): Promise<readonly Record<string, string | undefined>[]> {
  const text = await readFile(file, 'utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data
}

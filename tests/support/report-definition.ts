import fs from 'node:fs'
import { draftFields, type ReportDefinition } from '../../domain/index.ts'

const names = (ro: string, hu: string, en: string) => ({ ro, hu, en })
const file = new URL('../../api/seed/samples/uat-public-posts-2025.csv', import.meta.url)

/** The posts of town halls, as an official drafts them from the header and first rows of the real file. */
export function postsDefinition(change: Partial<ReportDefinition> = {}): ReportDefinition {
  const [header = [], ...rows] = fs
    .readFileSync(file, 'utf8')
    .split(/\r?\n/, 50)
    .map(line => line.split(';'))
  return {
    names: names('Posturi în administrația locală', 'Önkormányzati álláshelyek', 'Posts of local government'),
    help: names('', '', ''),
    legalBasis: 'OUG nr. 63/2010',
    periodicity: 'year',
    reporters: {
      kinds: ['municipality', 'town', 'commune'],
      below: null,
      territory: null,
      organisations: [],
    },
    due: { unit: 'calendar_days', count: 31, prolonged: true },
    lock: { unit: 'calendar_days', count: 90, prolonged: true },
    fields: draftFields(header, rows),
    codeLists: [],
    rules: [],
    totals: [],
    approvalLevels: 2,
    visibility: 'public',
    smallCells: null,
    appliesFrom: '2025',
    renamed: {},
    ...change,
  }
}

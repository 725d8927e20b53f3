import type { WarehouseEntity } from '../../warehouse/index.ts'
import type { SecurityContext } from '../index.ts'
import type { Scratch, ShortReport } from '../testing/scratch-gateway.ts'

export const TOWN = '4245747'
export const CITY = '4245070'
export const SCHOOL = '4245062'
/** Of the whole county: it belongs to no territory. */
export const HOSPITAL = '90000022'

export type Who = 'public' | 'school' | 'county'
export const READERS: Record<Who, SecurityContext> = {
  public: { groups: ['public'], cuis: [] },
  school: { groups: ['institution'], cuis: [SCHOOL] },
  county: { groups: ['county'], cuis: [] },
}

const entity = (cui: string, siruta: string | null, kind: string, name: string): WarehouseEntity => ({
  cui,
  county: 'HR',
  names: { ro: name, hu: `${name} (hu)`, en: `${name} (en)` },
  kind,
  siruta,
  parentCui: cui === SCHOOL ? TOWN : null,
  demo: cui === CITY,
})

/** Cumulative lines of a year, grown by a factor; the school has no section and foreign money. */
const lines = (factor: number): ShortReport['lines'] => [
  ['revenue', '010100', null, 400.1 * factor],
  ['revenue', '110200', null, 250 * factor],
  ['revenue', '370300', null, -70.07 * factor],
  ['revenue', '370400', null, 70.07 * factor, { section: 'D' }],
  ['revenue', '420500', null, 33.33 * factor, { section: 'D' }],
  ['expenditure', '650301', '100101', 120.25 * factor],
  ['expenditure', '650302', '200101', 45.5 * factor],
  ['expenditure', '510103', '100101', 80.4 * factor],
  ['expenditure', '510103', '510101', 12.34 * factor],
  ['expenditure', '840301', '710101', 60.06 * factor, { section: 'D' }],
  ['expenditure', '840301', '850101', -3.21 * factor],
]
const schoolLines = (factor: number): ShortReport['lines'] => [
  ['expenditure', '650302', '100101', 9.99 * factor, { source: 'E', section: null }],
  ['expenditure', '650302', '200130', 1.01 * factor, { source: 'E', section: null }],
  ['revenue', '330500', null, 2.5 * factor, { source: 'E', section: null }],
]

const REPORTS: readonly ShortReport[] = [
  { cui: TOWN, periodEnd: '2025-06-30', fileName: 'raport 100%_vara.xlsx', lines: lines(6) },
  { cui: TOWN, periodEnd: '2025-09-30', fileName: 'raport 100x vara.xlsx', lines: lines(9.5) },
  { cui: TOWN, periodEnd: '2025-12-31', fileName: 'an\\2025.xlsx', lines: lines(13) },
  { cui: TOWN, periodEnd: '2026-01-31', fileName: 'O\'Neil "ian".xlsx', lines: lines(1) },
  { cui: TOWN, periodEnd: '2026-02-28', fileName: 'februarie.xlsx', lines: lines(2) },
  { cui: TOWN, periodEnd: '2026-03-31', fileName: 'Martie.XLSX', lines: lines(3.5) },
  { cui: CITY, periodEnd: '2025-12-31', fileName: 'city-2025.csv', lines: lines(20) },
  { cui: CITY, periodEnd: '2026-03-31', fileName: 'city-q1.csv', lines: lines(5) },
  // Only the county sees this one.
  { cui: CITY, periodEnd: '2026-06-30', fileName: 'city-q2.csv', visibility: 'internal', lines: lines(11) },
  {
    cui: SCHOOL,
    periodEnd: '2026-01-31',
    fileName: 'școală.ods',
    visibility: 'internal',
    lines: schoolLines(1),
  },
  { cui: SCHOOL, periodEnd: '2026-03-31', fileName: 'școală martie.ods', lines: schoolLines(3) },
  // A correction: another number, the old one superseded.
  { cui: TOWN, periodEnd: '2026-02-28', fileName: 'februarie corectat.xlsx', version: 2, lines: lines(2.25) },
  { cui: TOWN, periodEnd: '2026-03-31', fileName: 'brut.xlsx', reportType: 'FXB-EXB-901', lines: lines(3.8) },
  {
    cui: HOSPITAL,
    periodEnd: '2026-03-31',
    fileName: 'spital.xlsx',
    lines: [...lines(7), ['expenditure', '660601', '100101', 321.45]],
  },
]

/** Publication times around midnight in Bucharest, so that days differ by time zone. */
const publishedAt = (index: number): string =>
  new Date(Date.UTC(2026, 5, 20 + index * 2, index % 2 === 0 ? 20 : 22, 30)).toISOString()

/** Some reports of four institutions, small enough to follow by hand. */
export async function fillDataset(scratch: Scratch): Promise<void> {
  await scratch.warehouse.putEntities([
    entity(TOWN, '83320', 'town_hall', 'Miercurea Ciuc'),
    entity(CITY, '83133', 'town_hall', 'Odorheiu Secuiesc'),
    entity(SCHOOL, '83320', 'school', 'Școala Nagy'),
    entity(HOSPITAL, null, 'hospital', 'Spitalul Județean'),
  ])
  for (const [index, report] of REPORTS.entries())
    await scratch.publish({ ...report, publishedAt: publishedAt(index) })
}

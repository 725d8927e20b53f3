import type { Day, ReportDefinition, ValueType } from '../../domain/index.ts'
import type { Store } from '../shared/store/database.ts'

/** One version of a report type. */
export interface ReportTypeVersion {
  readonly code: string
  readonly version: number
  readonly state: 'draft' | 'published'
  readonly revision: number
  readonly appliesFrom: Day
  readonly definition: ReportDefinition
  readonly savedBy: string
  readonly savedAt: Date
  readonly publishedAt: Date | null
}

const selectVersions = (store: Store) =>
  store
    .selectFrom('report_type_version')
    .select([
      'code',
      'version',
      'state',
      'revision',
      'applies_from as appliesFrom',
      'definition',
      'saved_by as savedBy',
      'saved_at as savedAt',
      'published_at as publishedAt',
    ])

/** Every version of a type, the newest first. */
export const listReportTypeVersions = (store: Store, code: string): Promise<ReportTypeVersion[]> =>
  selectVersions(store).where('code', '=', code).orderBy('version', 'desc').execute()

/** The version that applies to periods that begin on a day; null where there was none yet. */
export async function findReportTypeOn(
  store: Store,
  code: string,
  on: Day,
): Promise<ReportTypeVersion | null> {
  const found = await selectVersions(store)
    .where('code', '=', code)
    .where('state', '=', 'published')
    .where('applies_from', '<=', on)
    .orderBy('applies_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The last published version of each type, by code. */
export const listPublishedReportTypes = (store: Store): Promise<ReportTypeVersion[]> =>
  selectVersions(store)
    .distinctOn('code')
    .where('state', '=', 'published')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()

/** Versions that are being written, by code. */
export const listReportTypeDrafts = (store: Store): Promise<ReportTypeVersion[]> =>
  selectVersions(store).where('state', '=', 'draft').orderBy('code').execute()

/** Fields of every published type, for rules that name other reports. */
export async function fieldsOfReportTypes(store: Store): Promise<Map<string, Map<string, ValueType>>> {
  const types = await listPublishedReportTypes(store)
  return new Map(
    types.map(({ code, definition }) => [
      code,
      new Map(definition.fields.map(({ name, type }) => [name, type] as const)),
    ]),
  )
}

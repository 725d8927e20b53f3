import crypto from 'node:crypto'
import { checkDefinition, type Day, type DefinitionMistake } from '../../domain/index.ts'
import { recordEvent } from '../shared/audit/record-event.ts'
import { emitEvent } from '../shared/outbox/outbox.ts'
import type { Database } from '../shared/store/database.ts'
import { fieldsOfReportTypes, listReportTypeVersions, type ReportTypeVersion } from './find-report-types.ts'

export const REPORT_TYPE_PUBLISHED = 'report_type.published'

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly version: ReportTypeVersion }
  | { readonly outcome: 'no_draft' }
  | { readonly outcome: 'conflict'; readonly revision: number }
  | { readonly outcome: 'faulty'; readonly mistakes: readonly DefinitionMistake[] }
  /** Periods before this day are answered for by the last published version. */
  | { readonly outcome: 'too_early'; readonly after: Day }

/** Publishes the draft that was looked at: from its first period on it is what the type is, for good. */
export async function publishReportType(
  db: Database,
  code: string,
  revision: number,
  by: string,
  at: Date,
): Promise<PublishOutcome> {
  return db.transaction().execute(async store => {
    await store.selectFrom('report_type').select('code').where('code', '=', code).forUpdate().execute()
    const [draft, last] = await listReportTypeVersions(store, code)
    if (draft?.state !== 'draft') return { outcome: 'no_draft' }
    if (draft.revision !== revision) return { outcome: 'conflict', revision: draft.revision }
    const others = await fieldsOfReportTypes(store)
    const mistakes = checkDefinition(draft.definition, others)
    if (mistakes.length > 0) return { outcome: 'faulty', mistakes }
    if (last && draft.appliesFrom <= last.appliesFrom)
      return { outcome: 'too_early', after: last.appliesFrom }
    await store
      .updateTable('report_type_version')
      .set({ state: 'published', published_at: at, saved_by: by, saved_at: at })
      .where('code', '=', code)
      .where('version', '=', draft.version)
      .execute()
    await emitEvent(
      store,
      {
        id: crypto.randomUUID(),
        kind: REPORT_TYPE_PUBLISHED,
        aggregate: `report_type:${code}`,
        payload: { code, version: draft.version },
      },
      at,
    )
    await recordEvent(store, {
      at,
      actor: by,
      action: 'report_type.published',
      subjectKind: 'report_type',
      subjectId: code,
      detail: { version: draft.version, appliesFrom: draft.appliesFrom },
    })
    const [version] = await listReportTypeVersions(store, code)
    if (!version) throw new Error(`${code} is missing after it was published`)
    return { outcome: 'published', version }
  })
}

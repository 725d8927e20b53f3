import { type Day, localDay, parsePeriod, type ReportDefinition } from '../../domain/index.ts'
import { recordEvent } from '../shared/audit/record-event.ts'
import type { Database, Store } from '../shared/store/database.ts'
import { listReportTypeVersions, type ReportTypeVersion } from './find-report-types.ts'

export type DraftOutcome =
  | { readonly outcome: 'saved'; readonly draft: ReportTypeVersion }
  | { readonly outcome: 'exists' | 'unknown' }
  /** Somebody saved it since it was read. */
  | { readonly outcome: 'conflict'; readonly revision: number }

/** The first day that a version applies to; of an unfinished draft whose period can't be read, the day it was saved. */
const firstDay = ({ periodicity, appliesFrom }: ReportDefinition, at: Date): Day =>
  parsePeriod(periodicity, appliesFrom)?.start ?? localDay(at)

async function draftOf(store: Store, code: string): Promise<ReportTypeVersion | null> {
  const [newest] = await listReportTypeVersions(store, code)
  return newest?.state === 'draft' ? newest : null
}

/** Begins a type of which nothing is known yet. */
export async function createReportType(
  db: Database,
  code: string,
  definition: ReportDefinition,
  by: string,
  at: Date,
): Promise<DraftOutcome> {
  return db.transaction().execute(async store => {
    const created = await store
      .insertInto('report_type')
      .values({ code })
      .onConflict(conflict => conflict.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (!created) return { outcome: 'exists' }
    return writeDraft(store, code, 1, definition, by, at)
  })
}

/**
 * Saves the draft of a type. `revision` is the one that was read; null begins a new version after the last published one, and
 * is a conflict where somebody has begun one.
 */
export async function saveReportTypeDraft(
  db: Database,
  code: string,
  definition: ReportDefinition,
  revision: number | null,
  by: string,
  at: Date,
): Promise<DraftOutcome> {
  return db.transaction().execute(async store => {
    const type = await store
      .selectFrom('report_type')
      .select('code')
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirst()
    if (!type) return { outcome: 'unknown' }
    const draft = await draftOf(store, code)
    if ((draft?.revision ?? null) !== revision) return { outcome: 'conflict', revision: draft?.revision ?? 0 }
    if (!draft) {
      const [last] = await listReportTypeVersions(store, code)
      return writeDraft(store, code, (last?.version ?? 0) + 1, definition, by, at)
    }
    await store
      .updateTable('report_type_version')
      .set({
        definition: JSON.stringify(definition),
        applies_from: firstDay(definition, at),
        revision: draft.revision + 1,
        saved_by: by,
        saved_at: at,
      })
      .where('code', '=', code)
      .where('version', '=', draft.version)
      .execute()
    return { outcome: 'saved', draft: await savedDraft(store, code) }
  })
}

async function savedDraft(store: Store, code: string): Promise<ReportTypeVersion> {
  const draft = await draftOf(store, code)
  if (!draft) throw new Error(`the draft of ${code} is missing after it was saved`)
  return draft
}

async function writeDraft(
  store: Store,
  code: string,
  version: number,
  definition: ReportDefinition,
  by: string,
  at: Date,
): Promise<DraftOutcome> {
  await store
    .insertInto('report_type_version')
    .values({
      code,
      version,
      state: 'draft',
      applies_from: firstDay(definition, at),
      definition: JSON.stringify(definition),
      saved_by: by,
      saved_at: at,
      published_at: null,
    })
    .execute()
  await recordEvent(store, {
    at,
    actor: by,
    action: 'report_type.begun',
    subjectKind: 'report_type',
    subjectId: code,
    detail: { version },
  })
  return { outcome: 'saved', draft: await savedDraft(store, code) }
}

/** Gives up the draft of a type, and the type with it where nothing of it was published. False: there is none. */
export async function dropReportTypeDraft(
  db: Database,
  code: string,
  by: string,
  at: Date,
): Promise<boolean> {
  return db.transaction().execute(async store => {
    const dropped = await store
      .deleteFrom('report_type_version')
      .where('code', '=', code)
      .where('state', '=', 'draft')
      .returning('version')
      .executeTakeFirst()
    if (!dropped) return false
    if (dropped.version === 1) await store.deleteFrom('report_type').where('code', '=', code).execute()
    await recordEvent(store, {
      at,
      actor: by,
      action: 'report_type.dropped',
      subjectKind: 'report_type',
      subjectId: code,
      detail: { version: dropped.version },
    })
    return true
  })
}

import { sql } from 'kysely'
import type { CsvChoices } from '../../../domain/index.ts'
import { recordEvent } from '../../shared/audit/record-event.ts'
import { inPlaceOf } from '../../shared/identity/actor.ts'
import type { Database } from '../../shared/store/database.ts'
import { findSameFile, findSubmission, type SubmissionScope } from './find-submissions.ts'
import type { Submission } from './submission.ts'

export interface ReceivedFile {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly organisationId: string | null
  readonly requestedCui: string | null
  readonly requestedType: string | null
  /** What the sender says of a CSV. */
  readonly csv: CsvChoices
  /** Id of the person, or the name of a program. */
  readonly uploadedBy: string
  /** In whose place, when a deputy sends it. */
  readonly deputyFor: readonly string[]
  readonly sample: boolean
  readonly at: Date
}

/**
 * Registers a file that is already stored durably. The same file, to be read the same way, is recognised: the submission
 * that stands for it is returned instead of a second one.
 */
export async function receiveSubmission(
  db: Database,
  file: ReceivedFile,
  scope: SubmissionScope,
): Promise<{ submission: Submission; duplicate: boolean }> {
  return db.transaction().execute(async store => {
    // Two uploads of one file at the same moment wait for each other here.
    await sql`select pg_advisory_xact_lock(hashtextextended(${file.sha256}, 0))`.execute(store)
    const same = await findSameFile(store, file.sha256, scope)
    const isSameReading = same && sameChoices(same.readingOptions, file.csv)
    if (
      isSameReading &&
      (!file.requestedCui || !same.organisation || same.organisation.cui === file.requestedCui)
    )
      return { submission: same, duplicate: true }
    await store
      .insertInto('submission')
      .values({
        id: file.id,
        status: 'received',
        file_name: file.fileName,
        sha256: file.sha256,
        size: file.size,
        organisation_id: file.organisationId,
        requested_cui: file.requestedCui,
        requested_type: file.requestedType,
        uploaded_by: file.uploadedBy,
        sheets: '[]',
        reading_options: JSON.stringify(file.csv),
        sample: file.sample,
        received_at: file.at,
      })
      .execute()
    await recordEvent(store, {
      at: file.at,
      actor: file.uploadedBy,
      action: 'submission.received',
      subjectKind: 'submission',
      subjectId: file.id,
      detail: {
        fileName: file.fileName,
        sha256: file.sha256,
        ...file.csv,
        ...inPlaceOf({ person: file.uploadedBy, deputyFor: file.deputyFor }),
      },
    })
    const submission = await findSubmission(store, file.id, { kind: 'all' })
    if (!submission) throw new Error('the submission just received is missing')
    return { submission, duplicate: false }
  })
}

const sameChoices = (one: CsvChoices, other: CsvChoices): boolean =>
  (['encoding', 'delimiter', 'quote', 'decimal'] as const).every(name => one[name] === other[name])

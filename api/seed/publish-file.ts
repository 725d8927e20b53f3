import crypto from 'node:crypto'
import {
  ALL_SUBMISSIONS,
  asItself,
  confirmSubmission,
  findSubmission,
  listIssues,
  receiveSubmission,
} from '../../services/index.ts'
import type { System } from '../instance/system.ts'
import { SYSTEM_ACTOR } from '../instance/system-actor.ts'

/** Sends a file the way that everyone does: received, read, validated, confirmed. Throws when it is refused. */
export async function publishFile(
  system: System,
  file: { fileName: string; content: Uint8Array; sample: boolean },
): Promise<void> {
  const { submission } = await receiveSubmission(
    system.db,
    {
      id: crypto.randomUUID(),
      fileName: file.fileName,
      sha256: await system.files.put(file.content),
      size: file.content.byteLength,
      organisationId: null,
      requestedCui: null,
      requestedType: null,
      csv: {},
      uploadedBy: SYSTEM_ACTOR.id,
      deputyFor: [],
      sample: file.sample,
      at: system.now(),
    },
    ALL_SUBMISSIONS,
  )
  system.reading.enqueue(submission.id)
  await system.reading.settled(submission.id)
  const result = await confirmSubmission(system.db, submission.id, asItself(SYSTEM_ACTOR.id), system.now())
  if (result.outcome === 'not_ready') {
    const now = await findSubmission(system.db, submission.id, ALL_SUBMISSIONS)
    const issues = await listIssues(system.db, submission.id, 3)
    throw new Error(
      `${file.fileName} is ${now?.status}: ${issues.map(({ code, cell }) => `${code} ${cell ?? ''}`).join('; ')}`,
    )
  }
  system.relay.wake()
}

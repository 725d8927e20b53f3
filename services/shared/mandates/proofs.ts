import { type MandateStep, purposeRule } from '../../../domain/index.ts'
import { type AttachOutcome, attach } from '../attachments/attach.ts'
import type { AttachmentSubject } from '../attachments/attachment.ts'
import { eraseAttachmentsOf } from '../attachments/delete-attachment.ts'
import { keepAttachmentsUntil } from '../attachments/keep-attachments.ts'
import type { Store } from '../store/database.ts'

const DAY_MS = 86_400_000

export const proofsOf = (mandate: string): AttachmentSubject => ({ kind: 'mandate', id: mandate })

/** Thrown to undo a command of which a file can't be attached. */
export class ProofUnusable extends Error {
  readonly why: Exclude<AttachOutcome, 'attached'>

  constructor(why: Exclude<AttachOutcome, 'attached'>) {
    super(`a proof can't be attached: ${why}`)
    this.why = why
  }
}

/** Attaches what proves a mandate, as long as it is asked for or lasts; what is still checked may go along. */
export async function attachProofs(
  store: Store,
  proofs: {
    readonly mandate: string
    readonly uploads: readonly string[]
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  const { mandate, uploads, by, at } = proofs
  for (const upload of uploads) {
    const subject = proofsOf(mandate)
    const outcome = await attach(store, { upload, subject, purpose: 'proof', by, at, keepUntil: null })
    if (outcome !== 'attached') throw new ProofUnusable(outcome)
  }
}

const LAST: ReadonlySet<MandateStep> = new Set([
  'refused',
  'renounced',
  'revoked',
  'ended_by_office',
  'expired',
])

/** Nobody decides any more about what was withdrawn: its proofs go at once. After an end or a refusal they are kept for years. */
export async function settleProofs(
  store: Store,
  { mandate, step, actor, at }: { mandate: string; step: MandateStep; actor: string; at: Date },
): Promise<void> {
  if (step === 'withdrawn')
    await eraseAttachmentsOf(store, proofsOf(mandate), { by: actor, at, reason: 'subject_withdrawn' })
  if (!LAST.has(step)) return
  const until = new Date(at.getTime() + purposeRule('proof').keepDays * DAY_MS)
  await keepAttachmentsUntil(store, proofsOf(mandate), until)
}

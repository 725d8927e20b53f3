import { type MandateState, type MandateStep, stateAfter } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { GENERAL_REGISTER, type Registered, registerEntry } from '../registry/register-entry.ts'
import type { Store } from '../store/database.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { sealFor } from '../vault/person-keys.ts'
import { settleProofs } from './proofs.ts'

export const REASON = 'mandate-reason'

/** What the paper of each step is called in the register, which is kept in Romanian. An expiry has none. */
const PAPERS: Readonly<Record<MandateStep, { direction: 'entry' | 'exit'; summary: string } | null>> = {
  requested: { direction: 'entry', summary: 'Cerere de mandat' },
  completion_asked: { direction: 'exit', summary: 'Solicitare de completare a cererii de mandat' },
  completed: { direction: 'entry', summary: 'Completarea cererii de mandat' },
  confirmed: { direction: 'exit', summary: 'Certificat de mandat' },
  refused: { direction: 'exit', summary: 'Refuzul cererii de mandat' },
  withdrawn: { direction: 'entry', summary: 'Retragerea cererii de mandat' },
  renounced: { direction: 'entry', summary: 'Renunțarea la mandat' },
  revoked: { direction: 'entry', summary: 'Revocarea mandatului de către cel reprezentat' },
  ended_by_office: { direction: 'exit', summary: 'Încetarea mandatului' },
  expired: null,
}

/** Registers the paper of a step; null when the step has none. */
export async function registerPaper(
  store: Store,
  paper: {
    readonly step: MandateStep
    readonly mandate: string
    /** The mandatary, who writes or is written to. */
    readonly person: string
    /** The entry that is answered. */
    readonly answers: string | null
    readonly at: Date
  },
): Promise<Registered | null> {
  const kind = PAPERS[paper.step]
  if (!kind) return null
  return registerEntry(store, {
    register: GENERAL_REGISTER,
    ...kind,
    subject: { kind: 'mandate', id: paper.mandate },
    correspondent: { person: paper.person },
    answers: kind.direction === 'exit' ? paper.answers : null,
    at: paper.at,
  })
}

export interface StepTaken {
  readonly mandate: string
  /** The mandatary: reasons are sealed under their key. */
  readonly person: string
  /** Null before the first step. */
  readonly state: MandateState | null
  readonly step: MandateStep
  readonly reason: string | null
  /** The person, or the name of the program. */
  readonly actor: string
  readonly at: Date
}

/** Writes a step with its audit and the state that it leads to. The caller holds the row of the mandate. */
export async function writeStep(store: Store, taken: StepTaken, registered: string | null): Promise<void> {
  const { mandate, person, state, step, reason, actor, at } = taken
  await store
    .insertInto('mandate_step')
    .values({
      mandate,
      step,
      at,
      actor,
      reason: reason === null ? null : await sealFor(store, keyringOf(store), person, REASON, reason),
      registered,
    })
    .execute()
  const next = state === null ? null : stateAfter(state, step)
  if (next !== null)
    await store.updateTable('mandate').set({ state: next }).where('id', '=', mandate).execute()
  await settleProofs(store, taken)
  await recordEvent(store, {
    at,
    actor,
    action: `mandate.${step}`,
    subjectKind: 'mandate',
    subjectId: mandate,
    detail: {},
  })
}

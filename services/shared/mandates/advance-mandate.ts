import { type MandateStep, registrationNumber, stateAfter } from '../../../domain/index.ts'
import { notify } from '../notifications/notify.ts'
import type { Database, Store } from '../store/database.ts'
import { revokeCertificate } from './certificate.ts'
import { attachProofs, ProofUnusable } from './proofs.ts'
import { registerPaper, writeStep } from './take-step.ts'

export type Advance = 'done' | 'not_possible' | 'own' | 'proof_unusable'

/** Steps that an official takes; the others are the mandatary's. */
const OF_THE_OFFICE: readonly MandateStep[] = [
  'completion_asked',
  'confirmed',
  'refused',
  'revoked',
  'ended_by_office',
]
const ENDS: readonly MandateStep[] = ['renounced', 'revoked', 'ended_by_office']

/** A mandate with its row locked: steps come one after the other. */
async function lock(store: Store, id: string) {
  return store
    .selectFrom('mandate')
    .innerJoin('register_entry', 'register_entry.id', 'mandate.entry')
    .select(['mandate.id', 'person', 'state', 'entry', 'number', 'day'])
    .where('mandate.id', '=', id)
    .forUpdate('mandate')
    .executeTakeFirstOrThrow()
}

/**
 * Takes the next step of a mandate: registers its paper, writes the step, tells those concerned. Access begins and ends with
 * it. Nobody decides about a mandate of his own.
 */
export async function advanceMandate(
  db: Database,
  step: {
    readonly id: string
    readonly step: MandateStep
    readonly reason: string | null
    readonly actor: string
    readonly at: Date
    /** Uploads of the mandatary that go with the step. */
    readonly proofs?: readonly string[]
  },
): Promise<Advance> {
  const take = async (store: Store): Promise<Advance> => {
    const mandate = await lock(store, step.id)
    if (stateAfter(mandate.state, step.step) === null) return 'not_possible'
    const byOffice = OF_THE_OFFICE.includes(step.step)
    if (byOffice && mandate.person === step.actor) return 'own'
    const paper = await registerPaper(store, {
      step: step.step,
      mandate: mandate.id,
      person: mandate.person,
      answers: mandate.entry,
      at: step.at,
    })
    await writeStep(
      store,
      { ...step, mandate: mandate.id, person: mandate.person, state: mandate.state },
      paper?.id ?? null,
    )
    await attachProofs(store, {
      mandate: step.id,
      uploads: step.proofs ?? [],
      by: mandate.person,
      at: step.at,
    })
    if (ENDS.includes(step.step)) await revokeCertificate(store, mandate.id, step)
    const params = { number: registrationNumber(mandate.number, mandate.day) }
    if (byOffice) await tellMandatary(store, mandate, step.step, params, step.at)
    else await tellOffice(store, mandate.id, step.step, params, step.at)
    return 'done'
  }
  return db
    .transaction()
    .execute(take)
    .catch(error => {
      if (error instanceof ProofUnusable) return 'proof_unusable'
      throw error
    })
}

async function tellMandatary(
  store: Store,
  mandate: { id: string; person: string },
  step: MandateStep,
  params: { number: string },
  at: Date,
): Promise<void> {
  const kind = ENDS.includes(step)
    ? 'mandate.ended'
    : step === 'confirmed'
      ? 'mandate.confirmed'
      : step === 'refused'
        ? 'mandate.refused'
        : 'mandate.completion_asked'
  await notify(store, { to: { person: mandate.person }, kind, params, link: `/mandates/${mandate.id}` }, at)
}

async function tellOffice(
  store: Store,
  id: string,
  step: MandateStep,
  params: { number: string },
  at: Date,
): Promise<void> {
  const kind = step === 'completed' ? 'mandate.completed' : 'mandate.given_up'
  await notify(store, { to: { role: 'official' }, kind, params, link: `/office/mandates/${id}` }, at)
}

import { type MandateStep, registrationNumber, stateAfter } from '../../../domain/index.ts'
import { notify } from '../notifications/notify.ts'
import type { Database, Store } from '../store/database.ts'
import { mandateEvent, settleMandateEvents } from './calendar-events.ts'
import { revokeCertificate } from './certificate.ts'
import { attachProofs, ProofUnusable } from './proofs.ts'
import { mayActFor } from './represented.ts'
import { tellRepresented } from './speakers.ts'
import { registerPaper, writeStep } from './take-step.ts'

export type Advance = 'done' | 'not_possible' | 'own' | 'proof_unusable'

export interface NextStep {
  readonly id: string
  readonly step: MandateStep
  /** In which place the actor takes it; that they have it is asked before. */
  readonly as: 'mandatary' | 'office' | 'represented'
  readonly reason: string | null
  readonly actor: string
  readonly at: Date
  /** Uploads of the mandatary that go with the step. */
  readonly proofs?: readonly string[]
}

const ENDS: readonly MandateStep[] = ['renounced', 'revoked', 'ended_by_office']
/** What ends a request before it was a mandate. */
const OVER: readonly MandateStep[] = ['refused', 'withdrawn']

/** A mandate with its row locked: steps come one after the other. */
async function lock(store: Store, id: string) {
  return store
    .selectFrom('mandate')
    .innerJoin('register_entry', 'register_entry.id', 'mandate.entry')
    .select(['mandate.id', 'person', 'principal', 'state', 'entry', 'number', 'day'])
    .where('mandate.id', '=', id)
    .forUpdate('mandate')
    .executeTakeFirstOrThrow()
}

type Locked = Awaited<ReturnType<typeof lock>>

/**
 * Takes the next step of a mandate: registers its paper, writes the step, tells those concerned. Access begins and ends with
 * it. Nobody decides about a mandate of his own, nor of somebody for whom he acts.
 */
export async function advanceMandate(db: Database, step: NextStep): Promise<Advance> {
  const take = async (store: Store): Promise<Advance> => {
    const mandate = await lock(store, step.id)
    if (stateAfter(mandate.state, step.step) === null) return 'not_possible'
    if (step.as === 'office' && (await isConcerned(store, mandate, step))) return 'own'
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
    const { proofs: uploads = [], at } = step
    await attachProofs(store, { mandate: mandate.id, uploads, by: mandate.person, at })
    if (ENDS.includes(step.step)) await revokeCertificate(store, mandate.id, step)
    await settleMandateEvents(store, mandate.id, at)
    await tellOf(store, mandate, step)
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

const isConcerned = async (store: Store, { person, principal }: Locked, { actor, at }: NextStep) =>
  person === actor || (await mayActFor(store, { id: actor }, principal, at))

/** Everyone but who did it. */
async function tellOf(store: Store, mandate: Locked, { step, as, actor, at }: NextStep): Promise<void> {
  const params = { number: registrationNumber(mandate.number, mandate.day) }
  const { id, person } = mandate
  if (as !== 'mandatary') {
    // The last day of a mandate goes with its mail, into the calendar of whoever has no feed.
    const calendarUid = step === 'confirmed' ? mandateEvent(id, 'end') : null
    const kind = kindForMandatary(step)
    await notify(store, { to: { person }, kind, params, link: `/mandates/${id}`, calendarUid }, at)
  }
  if (as !== 'office')
    await notify(
      store,
      { to: { role: 'official' }, kind: kindForOffice(step), params, link: `/office/mandates/${id}` },
      at,
    )
  if (step === 'confirmed') await tellRepresented(store, mandate, 'mandate.confirmed_for', params, actor, at)
  if (ENDS.includes(step) || OVER.includes(step))
    await tellRepresented(store, mandate, 'mandate.ended_for', params, actor, at)
}

const kindForMandatary = (step: MandateStep) =>
  ENDS.includes(step)
    ? 'mandate.ended'
    : step === 'confirmed'
      ? 'mandate.confirmed'
      : step === 'refused'
        ? 'mandate.refused'
        : 'mandate.completion_asked'

const kindForOffice = (step: MandateStep) =>
  step === 'completed' ? 'mandate.completed' : step === 'revoked' ? 'mandate.revoked' : 'mandate.given_up'

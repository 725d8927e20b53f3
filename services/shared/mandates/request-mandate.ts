import crypto from 'node:crypto'
import { addDays, adultOn, type Day, type MandateBasis } from '../../../domain/index.ts'
import { notify } from '../notifications/notify.ts'
import type { Database, Store } from '../store/database.ts'
import { mandateEvent, settleMandateEvents } from './calendar-events.ts'
import { expireMandates } from './expire-mandates.ts'
import { knowPrincipal, type NewPrincipal, sealPrincipalName } from './principal.ts'
import { attachProofs, ProofUnusable } from './proofs.ts'
import { tellRepresented } from './speakers.ts'
import { registerPaper, writeStep } from './take-step.ts'

export interface MandateRequest {
  readonly principal: NewPrincipal
  readonly basis: MandateBasis
  readonly from: Day
  readonly until: Day | null
  /** Uploads of the person. */
  readonly proofs?: readonly string[]
}

export type RequestOutcome =
  | { readonly outcome: 'requested'; readonly id: string }
  /** The person has, or asks for, a mandate of the same principal. */
  | { readonly outcome: 'exists' }
  /** A parent acts for a child until it is of age. */
  | { readonly outcome: 'of_age' }
  /** One of the proofs can't be attached. */
  | { readonly outcome: 'proof_unusable'; readonly why: ProofUnusable['why'] }

/** Asks for a mandate: it gets its number in the register, the clock starts, and the office is told. */
export async function requestMandate(
  db: Database,
  request: MandateRequest,
  person: string,
  at: Date,
): Promise<RequestOutcome> {
  await expireMandates(db, at)
  const until = lastDayOf(request)
  if (until !== null && until < request.from) return { outcome: 'of_age' }
  const ask = async (store: Store): Promise<RequestOutcome> => {
    const principal = await knowPrincipal(store, request.principal, at)
    const open = await store
      .selectFrom('mandate')
      .select('id')
      .where('principal', '=', principal)
      .where('person', '=', person)
      .where('state', 'in', ['submitted', 'completion', 'confirmed'])
      .executeTakeFirst()
    if (open) return { outcome: 'exists' }
    const id = crypto.randomUUID()
    const entry = await registerPaper(store, { step: 'requested', mandate: id, person, answers: null, at })
    if (!entry) throw new Error('a request is a paper')
    const added = await store
      .insertInto('mandate')
      .values({
        id,
        principal,
        person,
        principal_name: await sealPrincipalName(store, principal, request.principal.name),
        basis: request.basis,
        state: 'submitted',
        valid_from: request.from,
        valid_until: until,
        entry: entry.id,
        created_at: at,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Another request of the same person was faster: everything of this one is undone.
    if (!added) throw new RequestedTwice()
    const taken = {
      mandate: id,
      person,
      state: null,
      step: 'requested',
      reason: null,
      actor: person,
      at,
    } as const
    await writeStep(store, taken, entry.id)
    await attachProofs(store, { mandate: id, uploads: request.proofs ?? [], by: person, at })
    await settleMandateEvents(store, id, at)
    for (const role of ['official', 'clerk'] as const)
      await notify(
        store,
        {
          to: { role },
          kind: 'mandate.requested',
          params: { number: entry.text },
          link: `/office/mandates/${id}`,
          calendarUid: role === 'official' ? mandateEvent(id, 'due') : null,
        },
        at,
      )
    await tellRepresented(
      store,
      { id, principal, person },
      'mandate.requested_for',
      { number: entry.text },
      person,
      at,
    )
    return { outcome: 'requested', id }
  }
  return db
    .transaction()
    .execute(ask)
    .catch(error => {
      if (error instanceof RequestedTwice) return { outcome: 'exists' }
      if (error instanceof ProofUnusable) return { outcome: 'proof_unusable', why: error.why }
      throw error
    })
}

/** The last day asked for; a parent's right ends by itself when the child is of age (Civil Code, art. 38 and 482). */
function lastDayOf({ principal, basis, until }: MandateRequest): Day | null {
  const birthday = basis === 'parent' && principal.kind === 'person' ? adultOn(principal.cnp) : null
  if (birthday === null) return until
  const last = addDays(birthday, -1)
  return until === null || until > last ? last : until
}

class RequestedTwice extends Error {}

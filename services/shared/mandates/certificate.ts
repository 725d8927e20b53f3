import { sql } from 'kysely'
import { localDay, type MandateStep, type Names } from '../../../domain/index.ts'
import type { DocumentOffice } from '../documents/document-office.ts'
import { issueDocument } from '../documents/issue-document.ts'
import { revokeDocument } from '../documents/revoke-document.ts'
import type { Database, Store } from '../store/database.ts'
import { findMandate } from './find-mandates.ts'

/** Names the certificate of a mandate, so that it is issued once whatever happens. */
export const certificateKey = (mandate: string): string => `mandate:${mandate}`

/** Steps that someone asked for; the others end the right by themselves. */
const ASKED_FOR: readonly MandateStep[] = ['renounced', 'revoked']

/** Takes the certificate of a mandate that ends out of force, if it was issued. */
export async function revokeCertificate(
  store: Store,
  mandate: string,
  end: { readonly step: MandateStep; readonly actor: string; readonly at: Date },
): Promise<void> {
  const document = await store
    .selectFrom('document')
    .select('id')
    .where('key', '=', certificateKey(mandate))
    .executeTakeFirst()
  if (!document) return
  const reason = ASKED_FOR.includes(end.step) ? 'at-request' : 'right-ended'
  await revokeDocument(store, document.id, { reason, actor: end.actor, at: end.at })
}

/**
 * Issues the certificate of a confirmed mandate, after the decision is committed: drawing it takes longer than others may wait
 * for the register. A mandate that ended meanwhile has its certificate revoked at once.
 */
export async function issueCertificate(
  db: Database,
  office: DocumentOffice,
  id: string,
  issuer: Names,
): Promise<void> {
  const mandate = await findMandate(db, id, office.now())
  const decision = mandate?.steps.find(({ step }) => step === 'confirmed')
  if (!mandate || !decision?.number) return
  const { principal, person, basis, from, until } = mandate
  // That an account is one's own is nothing to show to others.
  if (basis === 'self') return
  // Erased before it was drawn: there is nobody to certify.
  if (principal.name === null || person.name === null) return
  await issueDocument(db, office, {
    kind: 'mandate-certificate',
    key: certificateKey(id),
    facts: {
      principal: principal.cui === null ? principal.name : `${principal.name}, CUI ${principal.cui}`,
      mandatary: person.name,
      basis,
      from,
      until,
    },
    number: decision.number,
    date: localDay(decision.at),
    issuer,
    owner: { principal: principal.id },
    supersedes: null,
    actor: 'mandates',
  })
  await db.transaction().execute(async store => {
    const { state } = await store
      .selectFrom('mandate')
      .select('state')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (state !== 'ended') return
    const { step } = await store
      .selectFrom('mandate_step')
      .select('step')
      .where('mandate', '=', id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    await revokeCertificate(store, id, { step, actor: 'mandates', at: office.now() })
  })
}

/** Confirmed mandates whose certificate was not drawn before the process ended. */
export async function listUncertified(store: Store): Promise<string[]> {
  const rows = await store
    .selectFrom('mandate')
    .select('mandate.id')
    .where('mandate.state', '=', 'confirmed')
    .where('mandate.basis', '<>', 'self')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('document')
            .select('document.id')
            .where('document.key', '=', sql<string>`'mandate:' || mandate.id`),
        ),
      ),
    )
    .orderBy('mandate.id')
    .execute()
  return rows.map(({ id }) => id)
}

import { type Names, nameKey } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../identity/actor.ts'
import type { Store } from '../store/database.ts'
import { changeOrganisation, type OrganisationPut } from './change-organisation.ts'

/** A fiscal code that a report names and no organisation has, with the organisation that may be meant. */
export interface CuiProposal {
  readonly id: string
  readonly cui: string
  /** Name of the institution in the file. */
  readonly name: string
  /** Why this organisation: its own people sent the report, it has the same name; or nothing tells. */
  readonly reason: 'sender' | 'name' | 'unknown'
  readonly organisation: { readonly id: string; readonly names: Names } | null
  readonly submissionId: string | null
  readonly proposedAt: Date
}

/** Proposes whose the fiscal code of a report may be. Nothing is assigned; what was turned down is not proposed again. */
export async function proposeCui(
  store: Store,
  report: {
    readonly cui: string
    readonly name: string
    readonly submissionId: string
    /** The only organisation of the sender. */
    readonly senderOrganisation: string | null
  },
  at: Date,
): Promise<void> {
  const target = await guess(store, report.name, report.senderOrganisation)
  const turnedDown = await store
    .selectFrom('cui_proposal')
    .select('id')
    .where('cui', '=', report.cui)
    .where('decision', '=', 'rejected')
    .where('organisation_id', 'is not distinct from', target.organisationId)
    .executeTakeFirst()
  if (turnedDown) return
  await store
    .insertInto('cui_proposal')
    .values({
      cui: report.cui,
      name: report.name.slice(0, 300),
      reason: target.reason,
      organisation_id: target.organisationId,
      submission_id: report.submissionId,
      proposed_at: at,
      decided_at: null,
      decided_by: null,
      decision: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

async function guess(store: Store, name: string, sender: string | null) {
  const without = await store
    .selectFrom('organisation')
    .select(['id', 'name_ro', 'name_hu'])
    .where('cui', 'is', null)
    .where('kind', '<>', 'department')
    .execute()
  if (sender !== null && without.some(({ id }) => id === sender))
    return { reason: 'sender' as const, organisationId: sender }
  const key = nameKey(name)
  const [same, ...others] = without.filter(row =>
    [row.name_ro, row.name_hu].some(one => nameKey(one) === key),
  )
  return same && others.length === 0
    ? { reason: 'name' as const, organisationId: same.id }
    : { reason: 'unknown' as const, organisationId: null }
}

const selectOpen = (store: Store) =>
  store
    .selectFrom('cui_proposal')
    .leftJoin('organisation', 'organisation.id', 'cui_proposal.organisation_id')
    .selectAll('cui_proposal')
    .select(['name_ro', 'name_hu', 'name_en'])
    .where('decided_at', 'is', null)
    .orderBy('proposed_at')

/** Open proposals, the oldest first. */
export async function listProposals(store: Store): Promise<CuiProposal[]> {
  const rows = await selectOpen(store).execute()
  return rows.map(row => ({
    id: row.id,
    cui: row.cui,
    name: row.name,
    reason: row.reason,
    organisation:
      row.organisation_id === null
        ? null
        : {
            id: row.organisation_id,
            names: { ro: row.name_ro ?? '', hu: row.name_hu ?? '', en: row.name_en ?? '' },
          },
    submissionId: row.submission_id,
    proposedAt: row.proposed_at,
  }))
}

export type ProposalDecision =
  | OrganisationPut
  | { readonly outcome: 'proposal_unknown' | 'organisation_unknown' | 'has_cui' }

/** Gives the fiscal code to an organisation that has none. */
export async function confirmProposal(
  store: Store,
  id: string,
  organisationId: string,
  by: ActedBy,
  at: Date,
): Promise<ProposalDecision> {
  const proposal = await store
    .selectFrom('cui_proposal')
    .selectAll()
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!proposal) return { outcome: 'proposal_unknown' }
  const row = await store
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', organisationId)
    .where('kind', '<>', 'department')
    .executeTakeFirst()
  if (!row) return { outcome: 'organisation_unknown' }
  if (row.cui !== null) return { outcome: 'has_cui' }
  // The change closes the proposal with the code.
  return changeOrganisation(
    store,
    organisationId,
    {
      cui: proposal.cui,
      siruta: row.siruta,
      territory: row.territory,
      kind: row.kind,
      names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en },
      from: '0001-01-01',
    },
    by,
    at,
  )
}

/** Turns a proposal down. False when it is open no more. */
export async function rejectProposal(store: Store, id: string, by: ActedBy, at: Date): Promise<boolean> {
  const row = await store
    .updateTable('cui_proposal')
    .set({ decided_at: at, decided_by: by.person, decision: 'rejected' })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .returning('cui')
    .executeTakeFirst()
  if (!row) return false
  await recordEvent(store, {
    at,
    actor: by.person,
    action: 'cui_proposal.rejected',
    subjectKind: 'cui_proposal',
    subjectId: id,
    detail: { cui: row.cui, ...inPlaceOf(by) },
  })
  return true
}

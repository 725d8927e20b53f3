import { LEGAL_BASES, localDay } from '../../../domain/index.ts'
import type { Actor } from '../identity/actor.ts'
import type { KindName, ParamsOf } from '../notifications/kinds.ts'
import { notify, peopleOf } from '../notifications/notify.ts'
import type { Store } from '../store/database.ts'

/** Mandates that let somebody speak for who is represented by law, not by their leave. */
const speakingMandates = (store: Store, at: Date) => {
  const today = localDay(at)
  return store
    .selectFrom('mandate')
    .where('mandate.state', '=', 'confirmed')
    .where('mandate.basis', 'in', [...LEGAL_BASES])
    .where('mandate.valid_from', '<=', today)
    .where(({ eb, or }) =>
      or([eb('mandate.valid_until', 'is', null), eb('mandate.valid_until', '>=', today)]),
    )
}

/** Fiscal codes of the institutions that the actor stands for here, without a mandate. */
const ownCuis = ({ organisations }: Pick<Actor, 'organisations'>): string[] =>
  organisations.flatMap(({ cui, roles }) => (cui !== null && roles.includes('approver') ? [cui] : []))

/** Whether the actor is, or stands by law for, who is represented: sees who acts for them, and takes powers of attorney back. */
export async function speaksFor(
  store: Store,
  actor: Pick<Actor, 'id' | 'organisations'>,
  principal: { readonly id: string; readonly cui: string | null },
  at: Date,
): Promise<boolean> {
  if (principal.cui !== null && ownCuis(actor).includes(principal.cui)) return true
  const row = await speakingMandates(store, at)
    .select('mandate.id')
    .where('mandate.principal', '=', principal.id)
    .where('mandate.person', '=', actor.id)
    .executeTakeFirst()
  return row !== undefined
}

/** Everyone whom the actor speaks for. */
export async function listSpokenFor(
  store: Store,
  actor: Pick<Actor, 'id' | 'organisations'>,
  at: Date,
): Promise<string[]> {
  const mandates = await speakingMandates(store, at)
    .select('mandate.principal as id')
    .distinct()
    .where('mandate.person', '=', actor.id)
    .execute()
  const cuis = ownCuis(actor)
  const institutions =
    cuis.length === 0
      ? []
      : await store.selectFrom('principal').select('id').where('cui', 'in', cuis).execute()
  return [...new Set([...mandates, ...institutions].map(({ id }) => id))]
}

type ToldKind = KindName & `mandate.${string}_for`

/** Tells who is represented, by whoever speaks for them here, what becomes of a mandate of somebody else. */
export async function tellRepresented(
  store: Store,
  mandate: { readonly id: string; readonly principal: string; readonly person: string },
  kind: ToldKind,
  params: ParamsOf<ToldKind>,
  /** Who did it knows. */
  actor: string,
  at: Date,
): Promise<void> {
  const speakers = await speakingMandates(store, at)
    .select('mandate.person')
    .distinct()
    .where('mandate.principal', '=', mandate.principal)
    .execute()
  const institution = await store
    .selectFrom('principal')
    .innerJoin('organisation', 'organisation.cui', 'principal.cui')
    .select('organisation.id')
    .where('principal.id', '=', mandate.principal)
    .executeTakeFirst()
  const approvers = institution
    ? await peopleOf(store, { organisation: institution.id, role: 'approver' }, at)
    : []
  const told = new Set([...speakers.map(({ person }) => person), ...approvers])
  const notice = { kind, params, link: `/mandates/${mandate.id}` } as const
  for (const person of [...told].sort())
    if (person !== mandate.person && person !== actor)
      await notify(store, { ...notice, to: { person, principal: mandate.principal } }, at)
}

import crypto from 'node:crypto'
import {
  LIST_COLUMNS,
  type ListKind,
  type ListMistake,
  type ListPlan,
  type ListRow,
  localDay,
  planContacts,
  planMembers,
  planOrganisations,
} from '../../domain/index.ts'
import {
  type Actor,
  actedBy,
  INVITATION_DAYS,
  ListRefused,
  lockOrganisations,
  membersState,
  notify,
  organisationsWithContacts,
  putContacts,
  putListedMembers,
  putListedOrganisations,
  recordEvent,
  recordedOrganisations,
  type Store,
} from '../../services/index.ts'
import { granterAt } from '../http/acting.ts'
import { ProblemError } from '../http/problem.ts'
import { mailInvitation } from './mail-invitation.ts'
import type { System } from './system.ts'

const COUNTY = 'HR'

/** What a list would do, with what it takes to do it. */
interface Prepared {
  readonly plan: Pick<ListPlan<unknown>, 'items' | 'mistakes'>
  apply(): Promise<void>
}

export interface TakenList {
  readonly plan: Prepared['plan']
  /** The same for the same file and state: whoever saw it sends it along. */
  readonly digest: string
}

/** What a list would do now. */
export async function lookAtList(
  system: System,
  actor: Actor,
  kind: ListKind,
  rows: readonly ListRow[],
): Promise<TakenList> {
  const { plan } = await prepare(system.db, actor, kind, rows, system.now())
  return { plan, digest: digestOf(plan) }
}

/** Takes a list over, all of it or nothing; `seen` is the digest of what was looked at before. */
export async function takeList(
  system: System,
  actor: Actor,
  kind: ListKind,
  rows: readonly ListRow[],
  { seen, sha256 }: { readonly seen: string | null; readonly sha256: string },
): Promise<TakenList & { done: boolean }> {
  const at = system.now()
  try {
    return await system.db.transaction().execute(async store => {
      await lockOrganisations(store)
      const { plan, apply } = await prepare(store, actor, kind, rows, at)
      const digest = digestOf(plan)
      if (plan.mistakes.length > 0) return { plan, digest, done: false }
      if (seen !== null && seen !== digest) throw new ProblemError('list_changed')
      if (plan.items.every(({ outcome }) => outcome === 'same')) return { plan, digest, done: true }
      await apply()
      const count = (outcome: string) => plan.items.filter(item => item.outcome === outcome).length
      await recordEvent(store, {
        at,
        actor: actor.id,
        action: 'list.imported',
        subjectKind: 'list',
        subjectId: kind,
        detail: { sha256, added: count('add'), changed: count('change'), same: count('same') },
      })
      return { plan, digest, done: true }
    })
  } catch (error) {
    if (error instanceof ListRefused) throw new ProblemError(error.reason)
    throw error
  }
}

const digestOf = ({ items }: Prepared['plan']): string =>
  crypto
    .createHash('sha256')
    .update(JSON.stringify(items.map(({ row, outcome, changes }) => [row, outcome, changes])))
    .digest('hex')

async function prepare(
  store: Store,
  actor: Actor,
  kind: ListKind,
  rows: readonly ListRow[],
  at: Date,
): Promise<Prepared> {
  switch (kind) {
    case 'organisations': {
      const plan = planOrganisations(rows, await recordedOrganisations(store), localDay(at))
      const by = actedBy(actor, [null], ['official', 'admin'])
      return { plan, apply: () => putListedOrganisations(store, ordersOf(plan), COUNTY, by, at) }
    }
    case 'contacts': {
      const plan = planContacts(rows, await organisationsWithContacts(store))
      const by = actedBy(actor, [null], ['official', 'admin'])
      return {
        plan,
        apply: async () => {
          for (const { organisation, contacts } of ordersOf(plan))
            await putContacts(store, organisation, contacts, by, at)
        },
      }
    }
    case 'members': {
      const emails = [...new Set(rows.map(row => row.text('email').toLowerCase()))]
      const state = await membersState(store, emails, at)
      const plan = planMembers(rows, state, granterAt(actor, null), at)
      const by = actedBy(actor, [null], ['admin'])
      const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 86_400_000)
      return {
        plan,
        apply: async () => {
          const told = await putListedMembers(store, ordersOf(plan), state.organisations, expiresAt, by, at)
          for (const news of told) {
            if (news.of === 'invitation') await mailInvitation(store, news, actor.name, at)
            else {
              const { person, role, organisation } = news
              await notify(
                store,
                { to: { person }, kind: 'role.granted', params: { role, organisation } },
                at,
              )
            }
          }
        },
      }
    }
  }
}

const ordersOf = <Order>({ items }: ListPlan<Order>): Order[] =>
  items.flatMap(({ order }) => (order === null ? [] : [order]))

/** The number of the column that a mistake is about. */
export const columnOf = (mistake: ListMistake, columns: ReadonlyMap<string, number>): number | null =>
  (mistake.column === null ? undefined : columns.get(mistake.column)) ?? null

export const headerOf = (kind: ListKind, column: string) =>
  LIST_COLUMNS[kind].find(({ id }) => id === column)?.names ?? null

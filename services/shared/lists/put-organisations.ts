import { localDay, type OrganisationOrder } from '../../../domain/index.ts'
import type { ActedBy } from '../identity/actor.ts'
import {
  addOrganisation,
  changeOrganisation,
  type OrganisationPut,
  type OrganisationRefusal,
} from '../organisations/change-organisation.ts'
import { changeParent, setParent } from '../organisations/hierarchy.ts'
import { tellOfOrganisations } from '../organisations/organisations.ts'
import type { Store } from '../store/database.ts'

/** What the plan of a list did not see: the whole list is given up. */
export class ListRefused extends Error {
  readonly reason: OrganisationRefusal | 'parent_circle' | 'last_admin' | 'role_held' | 'invitation_open'
  constructor(reason: ListRefused['reason']) {
    super(`the list was refused: ${reason}`)
    this.reason = reason
  }
}

const notYet = async (): Promise<void> => {}

/** Carries out what a list of organisations says, in the caller's transaction. */
export async function putListedOrganisations(
  store: Store,
  orders: readonly OrganisationOrder[],
  county: string,
  by: ActedBy,
  at: Date,
): Promise<void> {
  const today = localDay(at)
  const ids = new Map<string, string>()
  for (const { key, add, values } of orders) {
    if (values === null) continue
    const put = add
      ? await addOrganisation(store, { ...values, county }, by, at, notYet)
      : await changeOrganisation(store, key, { ...values, from: today }, by, at, notYet)
    ids.set(key, done(put))
  }
  const idOf = (key: string) => ids.get(key) ?? key
  const puts = orders.flatMap(({ key, parents }) => parents.map(period => ({ id: idOf(key), period })))
  // First all that was said of those days gives way: what stands in between must be no circle either.
  for (const { id, period } of puts)
    await setParent(store, id, { parentId: null, from: period.from, lastDay: period.lastDay })
  for (const { id, period } of puts) {
    const { from, lastDay } = period
    const parentId = period.parent === null ? null : idOf(period.parent)
    if (!(await changeParent(store, id, { parentId, from, lastDay }, by, at)))
      throw new ListRefused('parent_circle')
  }
  if (orders.length > 0) await tellOfOrganisations(store, at)
}

function done(put: OrganisationPut): string {
  if (put.outcome === 'refused') throw new ListRefused(put.reason)
  return put.id
}

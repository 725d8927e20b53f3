import { grantableRoles, localDay, placeOfKind } from '../../domain/index.ts'
import {
  type Actor,
  listContacts,
  listOrganisations,
  listParents,
  listPast,
  type Organisation,
} from '../../services/index.ts'
import { granterAt } from '../http/acting.ts'
import {
  editsContacts,
  editsOrganisations,
  seesMembers,
  visibleOrganisation,
} from '../instance/organisation-scope.ts'
import type { System } from '../instance/system.ts'

export const viewOrganisation = (organisation: Organisation) => ({
  id: organisation.id,
  cui: organisation.cui,
  siruta: organisation.siruta,
  territory: organisation.territory,
  kind: organisation.kind,
  names: organisation.names,
  parentId: organisation.parentId,
  demo: organisation.demo,
})

/** Everything about one organisation as it was on a day (null: today). */
export async function describeOrganisation(system: System, actor: Actor, id: string, on: string | null) {
  const day = on ?? localDay(system.now())
  const organisation = await visibleOrganisation(system, actor, id, day)
  const [parents, past, contacts, all] = await Promise.all([
    listParents(system.db, id),
    listPast(system.db, id),
    listContacts(system.db, id),
    listOrganisations(system.db, day),
  ])
  const ref = (other: Organisation) => ({ id: other.id, names: other.names, kind: other.kind })
  const byId = new Map(all.map(one => [one.id, one]))
  return {
    ...viewOrganisation(organisation),
    county: organisation.county,
    on: day,
    parents: parents.flatMap(({ parentId, from, lastDay }) => {
      const parent = byId.get(parentId)
      return parent ? [{ organisation: ref(parent), from, lastDay }] : []
    }),
    children: all.filter(({ parentId }) => parentId === id).map(ref),
    past,
    contacts: contacts.map(contact => ({ ...contact })),
    may: {
      edit: editsOrganisations(actor),
      contacts: editsContacts(actor, id),
      seeMembers: seesMembers(actor, id),
      grant: grantableRoles(granterAt(actor, id), placeOfKind(organisation.kind)),
    },
  }
}

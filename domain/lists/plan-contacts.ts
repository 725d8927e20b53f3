import { CONTACT_KINDS, type ContactKind } from '../organisation-kind.ts'
import { CONTACT_KIND_NAMES } from '../organisation-kind-names.ts'
import { type Known, organisationFinder } from './known-organisations.ts'
import { type CellReader, cellReader } from './list-cells.ts'
import type { ListItem, ListPlan } from './list-mistake.ts'
import type { ListRow } from './read-list.ts'

export interface ListedContact {
  readonly kind: ContactKind
  readonly value: string
  readonly label: string
}

export interface OrganisationContacts extends Known {
  readonly contacts: readonly ListedContact[]
}

/** All contacts of one organisation as they are to be. */
export interface ContactsOrder {
  readonly organisation: string
  readonly contacts: readonly ListedContact[]
}

/** As many as the organisation's page takes. */
const MOST = 30

const SHAPES: Readonly<Record<ContactKind, RegExp>> = {
  address: /^.{5,}$/,
  phone: /^\+?[\d\s()./-]{5,30}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  web: /^(?:https?:\/\/)?[^\s/]+\.[^\s]+$/i,
}

/** What the list would add to the contacts of organisations; those that it does not name stay as they are. */
export function planContacts(
  rows: readonly ListRow[],
  organisations: readonly OrganisationContacts[],
): ListPlan<ContactsOrder> {
  const finder = organisationFinder(organisations)
  const after = new Map(organisations.map(one => [one.key, [...one.contacts]]))
  const readers = rows.map(cellReader)
  const items = readers.flatMap(reader => itemOf(reader) ?? [])
  return {
    // One order for each organisation, with its last row.
    items: items.map((item, index) => {
      const isLast = !items.slice(index + 1).some(other => other.key === item.key && other.outcome !== 'same')
      const order =
        item.outcome === 'same' || !isLast
          ? null
          : { organisation: item.key, contacts: after.get(item.key) ?? [] }
      const { key: _, ...rest } = item
      return { ...rest, order }
    }),
    mistakes: readers.flatMap(({ mistakes }) => mistakes),
  }

  function itemOf(reader: CellReader): (Omit<ListItem<never>, 'order'> & { key: string }) | null {
    const organisation = organisationOf(reader)
    const kind = reader.choice<ContactKind>('kind', CONTACT_KINDS, CONTACT_KIND_NAMES)
    const value = reader.text('value')
    const label = reader.text('label')
    if (kind === undefined || kind === null) {
      if (!reader.mistakes.some(({ column }) => column === 'kind')) reader.refuse('value_missing', 'kind')
      return null
    }
    if (value === undefined || value === null) reader.refuse('value_missing', 'value')
    else if (!SHAPES[kind].test(value)) reader.refuse('contact_wrong', 'value', CONTACT_KIND_NAMES[kind])
    if (!organisation || !value || reader.mistakes.length > 0) return null
    const contacts = after.get(organisation.key) ?? []
    const at = contacts.findIndex(one => one.kind === kind && one.value === value)
    const before = contacts[at]
    const contact = { kind, value, label: label === undefined ? (before?.label ?? '') : (label ?? '') }
    const base = { row: reader.row, key: organisation.key, title: organisation.names.ro }
    if (before) {
      if (before.label === contact.label) return { ...base, outcome: 'same', changes: [] }
      contacts[at] = contact
      const change = { column: 'label', before: before.label, after: contact.label }
      return { ...base, title: `${base.title}: ${value}`, outcome: 'change', changes: [change] }
    }
    if (contacts.length >= MOST) {
      reader.refuse('contacts_too_many', null, { limit: String(MOST) })
      return null
    }
    contacts.push(contact)
    return {
      ...base,
      outcome: 'add',
      changes: [
        { column: 'kind', before: '', after: kind },
        { column: 'value', before: '', after: value },
        ...(contact.label === '' ? [] : [{ column: 'label', before: '', after: contact.label }]),
      ],
    }
  }

  function organisationOf(reader: CellReader): Known | null {
    const text = reader.text('organisation')
    if (text === undefined || text === null) {
      reader.refuse('value_missing', 'organisation')
      return null
    }
    const found = finder(text)
    if (found.is === 'one') return found.organisation
    reader.refuse(found.is === 'several' ? 'organisation_ambiguous' : 'organisation_unknown', 'organisation')
    return null
  }
}

// What the tests' policy model means, in the plainest way: left joins over the rows that a reader may see.
import type { SecurityContext } from '../index.ts'
import type { Note, Place, PolicyRows, Region, Visit } from './policy-tables.ts'

type View = 'visits_view' | 'senders_view' | 'places_view'

export interface PolicyFilter {
  readonly dimension: string
  readonly operator: 'equals' | 'notEquals' | 'set' | 'notSet'
  readonly values: readonly string[]
}

export interface PolicyQuestion {
  readonly view: View
  readonly reader: SecurityContext
  readonly measures: readonly string[]
  readonly dimensions: readonly string[]
  /** Alternatives within, all of them without. */
  readonly filters: readonly (readonly PolicyFilter[])[]
}

interface Joined {
  readonly visit: Visit | null
  readonly place: Place | null
  readonly region: Region | null
  readonly note: Note | null
}

type Dimension = (row: Joined) => string | null | undefined

const placeOf = (row: Joined) => row.place?.name
const DIMENSIONS: Record<View, Record<string, Dimension>> = {
  visits_view: {
    id: row => row.visit && String(row.visit.id),
    grade: row => row.visit?.grade,
    owner: row => row.visit?.owner,
    place_id: row => row.place?.id,
    place_name: placeOf,
    place_kind: row => row.place?.kind,
    place_owner: row => row.place?.owner,
    region_name: row => row.region?.name,
    region_listed: row => row.region?.listed,
  },
  senders_view: {
    grade: row => row.visit?.grade,
    sender_name: placeOf,
    sender_kind: row => row.place?.kind,
    region_name: row => row.region?.name,
    region_listed: row => row.region?.listed,
  },
  places_view: {
    name: placeOf,
    kind: row => row.place?.kind,
    owner: row => row.place?.owner,
    region_name: row => row.region?.name,
    region_listed: row => row.region?.listed,
    grade: row => row.visit?.grade,
    shown: row => row.note?.shown,
  },
}
const MEASURES: Record<View, readonly string[]> = {
  visits_view: ['total', 'visits'],
  senders_view: ['total', 'visits'],
  places_view: ['places', 'total', 'visits', 'notes'],
}
/** Beyond what everyone of the group may name. */
const FORBIDDEN: Record<View, Record<string, readonly string[]>> = {
  visits_view: { public: ['owner', 'place_owner'], institution: ['place_owner'], county: [] },
  senders_view: { public: [], institution: [], county: [] },
  places_view: {
    public: ['owner', 'region_listed', 'shown'],
    institution: ['owner', 'region_listed', 'shown'],
    county: [],
  },
}

export const dimensionsOf = (view: View): string[] => Object.keys(DIMENSIONS[view])
export const measuresOf = (view: View): readonly string[] => MEASURES[view]

const groupsOf = ({ groups, cuis }: SecurityContext): string[] => {
  const known = groups.filter(group => ['public', 'institution', 'county'].includes(group))
  return cuis.length > 0 ? known : known.map(group => (group === 'institution' ? 'public' : group))
}

/** Whether the reader may ask at all. */
export function permitted({ view, reader, measures, dimensions, filters }: PolicyQuestion): boolean {
  const groups = groupsOf(reader)
  const named = [...measures, ...dimensions, ...filters.flat().map(filter => filter.dimension)]
  const allowed = (name: string) => groups.some(group => !FORBIDDEN[view][group]?.includes(name))
  if (groups.length === 0 || !named.every(allowed)) return false
  const notes = view === 'places_view' && named.some(name => name === 'notes' || name === 'shown')
  return !notes || groups.some(group => group !== 'public')
}

function visible(rows: PolicyRows, reader: SecurityContext): PolicyRows {
  const groups = groupsOf(reader)
  const county = groups.includes('county')
  const own = (owner: string) => groups.includes('institution') && reader.cuis.includes(owner)
  return {
    visits: rows.visits.filter(each => county || each.grade === 'open' || own(each.owner)),
    places: rows.places.filter(each => county || each.kind === 'open' || own(each.owner)),
    regions: rows.regions.filter(each => county || groups.includes('institution') || each.listed === 'yes'),
    notes: rows.notes.filter(each => county || each.shown === 'yes'),
  }
}

function joinedRows(view: View, rows: PolicyRows): Joined[] {
  const region = (place: Place | null) => rows.regions.find(each => each.id === place?.region) ?? null
  if (view !== 'places_view')
    return rows.visits.map(visit => {
      const id = view === 'visits_view' ? visit.place : visit.sender
      const place = rows.places.find(each => each.id === id) ?? null
      return { visit, place, region: region(place), note: null }
    })
  const orNone = <T>(found: readonly T[]): readonly (T | null)[] => (found.length > 0 ? found : [null])
  return rows.places.flatMap(place =>
    orNone(rows.visits.filter(visit => visit.place === place.id)).flatMap(visit =>
      orNone(rows.notes.filter(note => note.place === place.id)).map(note => ({
        visit,
        place,
        region: region(place),
        note,
      })),
    ),
  )
}

function meets(value: string | null, { operator, values }: PolicyFilter): boolean {
  if (operator === 'set') return value !== null
  if (operator === 'notSet') return value === null
  if (value === null) return operator === 'notEquals'
  return values.includes(value) === (operator === 'equals')
}

const distinct = <T>(values: readonly (T | null)[]): T[] =>
  [...new Set(values)].filter(value => value !== null) as T[]

function measure(name: string, group: readonly Joined[]): string | null {
  const visits = distinct(group.map(row => row.visit))
  if (name === 'places') return String(distinct(group.map(row => row.place)).length)
  if (name === 'notes') return String(distinct(group.map(row => row.note)).length)
  if (name === 'visits') return String(visits.length)
  return visits.length === 0 ? null : visits.reduce((sum, visit) => sum + visit.amount, 0).toFixed(2)
}

/** Rows as texts: dimensions, then measures, each row's joined by "|". */
export function answer(all: PolicyRows, question: PolicyQuestion): string[] {
  const { view, reader, measures, dimensions, filters } = question
  const value = (row: Joined, name: string) => DIMENSIONS[view][name]?.(row) ?? null
  const rows = joinedRows(view, visible(all, reader)).filter(row =>
    filters.every(any => any.some(filter => meets(value(row, filter.dimension), filter))),
  )
  const groups = new Map<string, Joined[]>()
  if (dimensions.length === 0) groups.set('', [])
  for (const row of rows) {
    const key = dimensions.map(name => value(row, name)).join('|')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
    .map(([key, group]) =>
      [...(dimensions.length > 0 ? [key] : []), ...measures.map(name => measure(name, group))].join('|'),
    )
    .sort()
}

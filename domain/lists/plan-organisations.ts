import type { Day } from '../calendar/day.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from '../organisation-kind.ts'
import { ORGANISATION_KIND_NAMES } from '../organisation-kind-names.ts'
import { type Known, organisationFinder } from './known-organisations.ts'
import { type CellReader, cellReader, type Given } from './list-cells.ts'
import { type ListItem, type ListMistake, type ListPlan, mistake } from './list-mistake.ts'
import { matchOrganisation, newKey } from './match-organisation.ts'
import type { OrganisationValues } from './organisation-values.ts'
import { settleValues, type ValueCells } from './organisation-values.ts'
import { isAboveItself, joined, overlap, type PeriodOf, periodOn, withPeriod } from './parent-periods.ts'
import type { ListRow } from './read-list.ts'

/** An organisation on record, as far as a list can change it. */
export interface RecordedOrganisation extends OrganisationValues {
  readonly id: string
  readonly parents: readonly PeriodOf<string>[]
  /** Published reports stand under its fiscal code. */
  readonly published: boolean
}

/** What is to be done about one organisation. */
export interface OrganisationOrder {
  /** Its id, or its key among those that the list adds. */
  readonly key: string
  readonly add: boolean
  /** Null: they stay. */
  readonly values: OrganisationValues | null
  /** Parents by id or key, to be put one after the other. */
  readonly parents: readonly PeriodOf<string | null>[]
}

interface Target {
  readonly row: number
  readonly key: string
  readonly recorded: RecordedOrganisation | null
  readonly cells: { readonly reader: CellReader; readonly values: ValueCells }[]
  values: OrganisationValues
  puts: PeriodOf<string | null>[]
  after: PeriodOf<string>[]
}

/** What the list of organisations would do to those on record. Nothing that a blank cell could say is changed. */
export function planOrganisations(
  rows: readonly ListRow[],
  recorded: readonly RecordedOrganisation[],
  today: Day,
): ListPlan<OrganisationOrder> {
  const known: Known[] = recorded.map(({ id, ...rest }) => ({ key: id, ...rest }))
  const targets = new Map<string, Target>()
  const mistakes: ListMistake[] = []
  const readers = rows.map(row => ({ row, reader: cellReader(row) }))
  for (const { reader } of readers) {
    const values = valueCells(reader)
    const match = matchOrganisation(
      {
        cui: values.cui ?? null,
        siruta: values.siruta ?? null,
        kind: values.kind ?? null,
        name: values.name_ro ?? null,
      },
      known,
    )
    if (match === 'two') reader.refuse('codes_of_two', 'siruta')
    else if (match === 'several') reader.refuse('organisation_ambiguous', 'name_ro')
    else take(reader, values, match)
  }
  const finder = organisationFinder(known)
  for (const target of targets.values()) for (const { reader } of target.cells) readParent(target, reader)
  for (const target of targets.values()) checkCircle(target)
  return {
    items: [...targets.values()].map(item),
    mistakes: [...readers.flatMap(({ reader }) => reader.mistakes), ...mistakes].sort(
      (one, other) => (one.row ?? 0) - (other.row ?? 0),
    ),
  }

  function take(reader: CellReader, values: ValueCells, match: Known | null): void {
    const key = match?.key ?? newKey(reader.row)
    const before = targets.get(key)
    if (before) {
      const first = before.cells[0]?.values
      const other = (Object.keys(values) as (keyof ValueCells)[]).find(
        column => values[column] !== undefined && first?.[column] !== values[column],
      )
      if (other !== undefined) reader.refuse('rows_disagree', other, { other: String(before.row) })
      before.cells.push({ reader, values })
      return
    }
    const found = recorded.find(({ id }) => id === key) ?? null
    const settled = settleValues(reader, values, found, recorded, rows)
    const target: Target = {
      row: reader.row,
      key,
      recorded: found,
      cells: [{ reader, values }],
      values: settled,
      puts: [],
      after: [...(found?.parents ?? [])],
    }
    targets.set(key, target)
    const entry: Known = { key, ...settled }
    const at = known.findIndex(one => one.key === key)
    if (at < 0) known.push(entry)
    else known[at] = entry
  }

  function readParent(target: Target, reader: CellReader): void {
    const parent = parentOf(reader)
    const from = reader.day('parent_from') ?? null
    const lastDay = reader.day('parent_until') ?? null
    if (from !== null && lastDay !== null && lastDay < from) {
      reader.refuse('dates_order', 'parent_until')
      return
    }
    if (parent === undefined) {
      const isHalf = (from !== null || lastDay !== null) && reader.text('parent') === undefined
      if (isHalf) reader.refuse('value_missing', 'parent')
      return
    }
    if (parent === target.key) {
      reader.refuse('parent_circle', 'parent')
      return
    }
    const put = periodFor(target, parent, from, lastDay)
    if (put === null) return
    const rival = target.puts.find(other => other.parent !== put.parent && overlap(other, put))
    if (rival) {
      reader.refuse('parents_overlap', 'parent_from')
      return
    }
    target.puts.push(put)
    target.after = withPeriod(target.after, put)
  }

  function parentOf(reader: CellReader): Given<string> {
    const text = reader.text('parent')
    if (text === undefined || text === null) return text
    const found = finder(text)
    if (found.is === 'one') return found.organisation.key
    reader.refuse(found.is === 'several' ? 'organisation_ambiguous' : 'organisation_unknown', 'parent')
    return undefined
  }

  /** Without days: the first parent was it since ever; another one is it from today on, unless it is so already. */
  function periodFor(
    target: Target,
    parent: string | null,
    from: Day | null,
    lastDay: Day | null,
  ): PeriodOf<string | null> | null {
    if (from !== null || lastDay !== null) return { parent, from, lastDay }
    const now = periodOn(target.after, today)
    if ((now?.parent ?? null) === parent) return null
    return { parent, from: target.after.length === 0 ? null : today, lastDay: null }
  }

  function checkCircle(target: Target): void {
    if (target.puts.length === 0) return
    const parentsOf = (key: string) =>
      targets.get(key)?.after ?? recorded.find(({ id }) => id === key)?.parents ?? []
    if (isAboveItself(target.key, parentsOf)) mistakes.push(mistake('parent_circle', target.row, 'parent'))
  }

  function item(target: Target): ListItem<OrganisationOrder> {
    const { recorded: before, values } = target
    const changes = [
      ...columnsOf(values).flatMap(([column, after]) => {
        const was = before === null ? '' : (columnsOf(before).find(([name]) => name === column)?.[1] ?? '')
        return was === after ? [] : [{ column, before: was, after }]
      }),
    ]
    const isMoved = JSON.stringify(joined(before?.parents ?? [])) !== JSON.stringify(joined(target.after))
    const nameOf = (key: string | null) => known.find(one => one.key === key)?.names.ro ?? ''
    if (isMoved)
      for (const put of target.puts) {
        const was = periodOn(before?.parents ?? [], put.from ?? put.lastDay ?? today)
        changes.push({ column: 'parent', before: nameOf(was?.parent ?? null), after: nameOf(put.parent) })
        if (put.from !== null) changes.push({ column: 'parent_from', before: '', after: put.from })
        if (put.lastDay !== null) changes.push({ column: 'parent_until', before: '', after: put.lastDay })
      }
    const isChanged = changes.length > 0
    return {
      row: target.row,
      outcome: before === null ? 'add' : isChanged ? 'change' : 'same',
      title: values.names.ro,
      changes,
      order:
        before !== null && !isChanged
          ? null
          : {
              key: target.key,
              add: before === null,
              values: before !== null && !isRestated(before, values) ? null : values,
              parents: isMoved ? target.puts : [],
            },
    }
  }
}

const isRestated = (before: OrganisationValues, after: OrganisationValues): boolean =>
  JSON.stringify(columnsOf(before)) !== JSON.stringify(columnsOf(after))

const columnsOf = ({ cui, siruta, kind, names, territory }: OrganisationValues): [string, string][] => [
  ['siruta', siruta ?? ''],
  ['cui', cui ?? ''],
  ['kind', kind],
  ['name_ro', names.ro],
  ['name_hu', names.hu],
  ['name_en', names.en],
  ['territory', territory ?? ''],
]

const valueCells = (reader: CellReader): ValueCells => ({
  siruta: reader.siruta('siruta'),
  cui: reader.cui('cui'),
  kind: reader.choice<OrganisationKind>('kind', ORGANISATION_KINDS, ORGANISATION_KIND_NAMES),
  name_ro: reader.text('name_ro'),
  name_hu: reader.text('name_hu'),
  name_en: reader.text('name_en'),
  territory: reader.siruta('territory'),
})

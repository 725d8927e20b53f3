import type { Cui } from '../cui.ts'
import type { Names } from '../language.ts'
import { type OrganisationKind, UAT_KINDS } from '../organisation-kind.ts'
import { placeOfKind } from '../role-grants.ts'
import type { CellReader, Given } from './list-cells.ts'
import type { ListRow } from './read-list.ts'

/** What an organisation is and is called. */
export interface OrganisationValues {
  readonly cui: string | null
  readonly siruta: string | null
  readonly territory: string | null
  readonly kind: string
  readonly names: Names
}

/** The cells of a row that say it. */
export interface ValueCells {
  readonly siruta: Given<string>
  readonly cui: Given<Cui>
  readonly kind: Given<OrganisationKind>
  readonly name_ro: Given<string>
  readonly name_hu: Given<string>
  readonly name_en: Given<string>
  readonly territory: Given<string>
}

const kept = <Value>(given: Given<Value>, before: Value | null): Value | null =>
  given === undefined ? before : given

/** What the organisation is with the cells of the row; what they may not say is refused at its cell. */
export function settleValues(
  reader: CellReader,
  cells: ValueCells,
  before: (OrganisationValues & { readonly published: boolean }) | null,
  recorded: readonly OrganisationValues[],
  rows: readonly ListRow[],
): OrganisationValues {
  for (const column of ['kind', 'name_ro', 'name_hu', 'name_en'] as const) {
    const cell = cells[column]
    if (cell === null) reader.refuse('value_fixed', column)
    else if (column !== 'kind' && cell !== undefined && cell.length < 2) reader.refuse('name_short', column)
  }
  const isWrong = (column: string) => reader.mistakes.some(one => one.column === column)
  if (before === null) {
    if (cells.kind === undefined && !isWrong('kind')) reader.refuse('value_missing', 'kind')
    if (cells.name_ro === undefined && !isWrong('name_ro')) reader.refuse('value_missing', 'name_ro')
  }
  const name = cells.name_ro ?? before?.names.ro ?? ''
  const kind = cells.kind ?? before?.kind ?? 'institution'
  const siruta = kept(cells.siruta, before?.siruta ?? null)
  const cui = kept<string>(cells.cui, before?.cui ?? null)
  // A town or commune serves itself.
  const isOwn = (UAT_KINDS as readonly string[]).includes(kind)
  const territory = kept(cells.territory, before === null ? (isOwn ? siruta : null) : before.territory)
  if (before !== null && placeOfKind(before.kind) !== placeOfKind(kind)) reader.refuse('kind_fixed', 'kind')
  if (before?.published && before.cui !== null && before.cui !== cui) reader.refuse('cui_published', 'cui')
  const isKnownTerritory =
    territory === null ||
    territory === before?.territory ||
    territory === siruta ||
    recorded.some(one => one.siruta === territory) ||
    rows.some(row => row.text('siruta') === territory)
  if (!isKnownTerritory) reader.refuse('territory_unknown', 'territory')
  return {
    cui,
    siruta,
    territory,
    kind,
    names: {
      ro: name,
      hu: cells.name_hu ?? before?.names.hu ?? name,
      en: cells.name_en ?? before?.names.en ?? name,
    },
  }
}

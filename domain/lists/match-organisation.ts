import { type Known, plainName } from './known-organisations.ts'

export interface RowCodes {
  readonly cui: string | null
  readonly siruta: string | null
  readonly kind: string | null
  readonly name: string | null
}

export type RowMatch = Known | null | 'several' | 'two'

/**
 * Which organisation a row of the list of organisations is about: the one with its codes; else one of the same name (and kind)
 * that has no such code yet. Null: none, so that the row adds one.
 */
export function matchOrganisation({ cui, siruta, kind, name }: RowCodes, known: readonly Known[]): RowMatch {
  const byCui = cui === null ? undefined : known.find(one => one.cui === cui)
  const bySiruta = siruta === null ? undefined : known.find(one => one.siruta === siruta)
  if (byCui && bySiruta && byCui.key !== bySiruta.key) return 'two'
  const coded = byCui ?? bySiruta
  if (coded) return coded
  if (name === null) return null
  const named = known.filter(
    one => plainName(one.names.ro) === plainName(name) && (kind === null || one.kind === kind),
  )
  // Rows of one list that have codes are what their codes say: a name makes them no other row's.
  const isBareRow = cui === null && siruta === null
  const open = named.filter(
    one =>
      (cui === null || one.cui === null) &&
      (siruta === null || one.siruta === null) &&
      (!isNewRow(one) || (isBareRow && isBare(one))),
  )
  const bare = open.filter(isBare)
  const [one, ...others] = bare.length > 0 ? bare : open
  return one === undefined ? null : others.length > 0 ? 'several' : one
}

const isBare = ({ cui, siruta }: Known): boolean => cui === null && siruta === null

/** What a row of the same list adds has a key that no id looks like. */
const NEW = 'row '
export const newKey = (row: number): string => `${NEW}${row}`
export const isNewRow = ({ key }: Known): boolean => key.startsWith(NEW)

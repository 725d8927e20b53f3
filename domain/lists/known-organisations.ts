import { parseCui } from '../cui.ts'
import type { Names } from '../language.ts'
import { nameKey } from '../organisation-name.ts'

/** An organisation as a list can speak of it: on record, or a row of the same list. */
export interface Known {
  /** Its id, or a name of its own for what is not on record yet. */
  readonly key: string
  readonly cui: string | null
  readonly siruta: string | null
  readonly kind: string
  readonly names: Names
}

export type Found =
  | { readonly is: 'one'; readonly organisation: Known }
  | { readonly is: 'unknown' }
  | { readonly is: 'several' }

export const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase()

/** How a list names an organisation that has no fiscal code: the number alone could be either. */
const SIRUTA_TEXT = /^siruta\s*:?\s*(\d{1,6})$/i

/** Finds organisations as people name them in a cell: by fiscal code, SIRUTA code or name. */
export function organisationFinder(known: readonly Known[]): (text: string) => Found {
  const byCode = groups(known, ({ cui }) => [cui])
  const bySiruta = groups(known, ({ siruta }) => [siruta])
  const byName = groups(known, ({ names }) => Object.values(names).map(plainName))
  const byKey = groups(known, ({ names }) => Object.values(names).map(nameKey))
  return text => {
    const siruta = SIRUTA_TEXT.exec(text)?.[1]
    if (siruta !== undefined) return only(bySiruta.get(siruta))
    const cui = parseCui(text)
    const coded = [
      ...(cui === null ? [] : (byCode.get(cui) ?? [])),
      ...(/^\d{1,6}$/.test(text) ? (bySiruta.get(text) ?? []) : []),
    ]
    if (coded.length > 0) return only(coded)
    const named = byName.get(plainName(text)) ?? []
    return only(named.length > 0 ? named : byKey.get(nameKey(text)))
  }
}

/** How a list names the organisation so that it is found again. */
export const referenceTo = ({ cui, siruta, names }: Omit<Known, 'key'>): string =>
  cui ?? (siruta === null ? names.ro : `SIRUTA ${siruta}`)

function only(found: readonly Known[] = []): Found {
  const [one, ...others] = [...new Map(found.map(organisation => [organisation.key, organisation])).values()]
  if (!one) return { is: 'unknown' }
  return others.length > 0 ? { is: 'several' } : { is: 'one', organisation: one }
}

function groups(known: readonly Known[], keysOf: (one: Known) => (string | null)[]): Map<string, Known[]> {
  const found = new Map<string, Known[]>()
  for (const one of known)
    for (const key of keysOf(one))
      if (key !== null && key !== '') found.set(key, [...(found.get(key) ?? []), one])
  return found
}

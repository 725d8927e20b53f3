const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
const LIBRE_OFFICE = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:'

export type Attributes = Readonly<Record<string, string>>

/** Prefixes by which a file writes the attributes that matter; every known program keeps to the usual ones, no rule makes it. */
export interface OdsNames {
  readonly office: string
  readonly table: string
  readonly text: string
  readonly style: string
  readonly calcext: string
}

export const USUAL_NAMES: OdsNames = {
  office: 'office',
  table: 'table',
  text: 'text',
  style: 'style',
  calcext: 'calcext',
}

/** Reads the prefixes that the root element declares. */
export function odsNames(root: Attributes): OdsNames {
  const prefixOf = (usual: string, namespace: string): string => {
    if (root[`xmlns:${usual}`]?.startsWith(namespace)) return usual
    const declared = Object.entries(root).find(
      ([name, value]) => name.startsWith('xmlns:') && value.startsWith(namespace),
    )
    return declared ? declared[0].slice('xmlns:'.length) : usual
  }
  return {
    office: prefixOf('office', `${OASIS}office:`),
    table: prefixOf('table', `${OASIS}table:`),
    text: prefixOf('text', `${OASIS}text:`),
    style: prefixOf('style', `${OASIS}style:`),
    calcext: prefixOf('calcext', LIBRE_OFFICE),
  }
}

/** A count such as number-columns-repeated; what is no count is one. */
export function countOf(text: string | undefined): number {
  if (text === undefined) return 1
  const count = Number(text)
  return Number.isInteger(count) && count > 0 ? count : 1
}

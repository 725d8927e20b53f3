import { asLiteral } from '../xml/xml-names.ts'

const NAMESPACES = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:',
  calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:',
} as const

const ATTRIBUTES = {
  valueType: ['office', 'value-type'],
  value: ['office', 'value'],
  dateValue: ['office', 'date-value'],
  timeValue: ['office', 'time-value'],
  booleanValue: ['office', 'boolean-value'],
  stringValue: ['office', 'string-value'],
  /** LibreOffice's own: tells errors from texts. */
  shownType: ['calcext', 'value-type'],
  formula: ['table', 'formula'],
  columnsRepeated: ['table', 'number-columns-repeated'],
  rowsRepeated: ['table', 'number-rows-repeated'],
  columnsSpanned: ['table', 'number-columns-spanned'],
  rowsSpanned: ['table', 'number-rows-spanned'],
  tableName: ['table', 'name'],
  tableStyle: ['table', 'style-name'],
  display: ['table', 'display'],
  visibility: ['table', 'visibility'],
  styleName: ['style', 'name'],
  spaces: ['text', 'c'],
} as const satisfies Readonly<Record<string, readonly [keyof typeof NAMESPACES, string]>>

/** The attributes that matter, named with the prefixes of the file: every known program keeps to the usual ones, no rule makes it. */
export type OdsNames = Readonly<Record<keyof typeof ATTRIBUTES, string>>

/** Reads the prefixes that the root element declares. */
export function odsNames(root: Readonly<Record<string, string>>): OdsNames {
  const prefixOf = (usual: keyof typeof NAMESPACES): string => {
    const namespace = NAMESPACES[usual]
    if (root[`xmlns:${usual}`]?.startsWith(namespace)) return usual
    const declared = Object.entries(root).find(
      ([name, value]) => name.startsWith('xmlns:') && value.startsWith(namespace),
    )
    return declared ? declared[0].slice('xmlns:'.length) : usual
  }
  return Object.fromEntries(
    Object.entries(ATTRIBUTES).map(([key, [prefix, name]]) => [
      key,
      asLiteral(`${prefixOf(prefix)}:${name}`),
    ]),
  ) as OdsNames
}

/** A count such as number-columns-repeated; what is no count is one. */
export function countOf(text: string | undefined): number {
  if (text === undefined) return 1
  const count = Number(text)
  return Number.isInteger(count) && count > 0 ? count : 1
}

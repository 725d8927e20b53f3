import {
  CSV_DELIMITERS,
  CSV_ENCODINGS,
  CSV_QUOTES,
  type CsvChoices,
  type CsvDialect,
  DECIMAL_MARKS,
  DELIMITER_NAMES,
  QUOTE_NAMES,
} from './dialect.ts'

export type ChoiceTexts = { readonly [Property in keyof CsvDialect]?: string | undefined }

/**
 * Reads what a sender says of a file, each property by its name or its sign ("semicolon" or ";"); blank means that it is to
 * be detected. `wrong` is the first property that has no such value.
 */
export function parseCsvChoices(
  texts: ChoiceTexts,
): { readonly choices: CsvChoices } | { readonly wrong: keyof CsvDialect } {
  const choices: { [Property in keyof CsvChoices]: CsvChoices[Property] } = {}
  for (const property of PROPERTIES) {
    const text = texts[property]
    if (text === undefined || text === '') continue
    const value = VALUES[property].get(text) ?? VALUES[property].get(text.trim().toLowerCase())
    if (value === undefined) return { wrong: property }
    Object.assign(choices, { [property]: value })
  }
  return { choices }
}

const PROPERTIES = ['encoding', 'delimiter', 'quote', 'decimal'] as const satisfies (keyof CsvDialect)[]
const self = (values: readonly string[]): [string, string][] => values.map(value => [value, value])
const named = (names: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(names).map(([value, name]) => [name, value])

const VALUES: { readonly [Property in keyof CsvDialect]: ReadonlyMap<string, string> } = {
  encoding: new Map(self(CSV_ENCODINGS)),
  delimiter: new Map([...self(CSV_DELIMITERS), ...named(DELIMITER_NAMES)]),
  quote: new Map([...self(CSV_QUOTES), ...named(QUOTE_NAMES)]),
  decimal: new Map(self(DECIMAL_MARKS)),
}

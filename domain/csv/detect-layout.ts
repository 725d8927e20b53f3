import { decimalMarkOf } from '../amount-text.ts'
import {
  CSV_DELIMITERS,
  type CsvChoices,
  type CsvDelimiter,
  type CsvQuote,
  type Detected,
} from './dialect.ts'

/**
 * Cuts text into records of fields, leaving out the last one when the text `isCut`; `isBroken` when its quotation marks do
 * not close where a field ends.
 */
export type CsvSplitter = (
  text: string,
  layout: { readonly delimiter: CsvDelimiter; readonly quote: CsvQuote; readonly isCut: boolean },
) => { readonly records: readonly (readonly string[])[]; readonly isBroken: boolean }

export interface DetectedLayout {
  readonly delimiter: Detected<CsvDelimiter>
  /** Known by 'no_difference' where the alternative gives the same fields, with or without their apostrophes. */
  readonly quote: Detected<CsvQuote>
}

/** Excel's own first line "sep=;" names the delimiter and is no row of the sheet. */
export function separatorLine(text: string): { delimiter: CsvDelimiter; length: number } | null {
  const named = /^\ufeff?sep=([;,\t|])\n/i.exec(text)
  return named ? { delimiter: named[1] as CsvDelimiter, length: named[0].length } : null
}

interface Fit {
  readonly delimiter: CsvDelimiter
  readonly records: readonly (readonly string[])[]
  /** The commonest number of fields above one, how many records have it, and whether all do. */
  readonly width: number
  readonly count: number
  readonly isWhole: boolean
}

/**
 * Which character parts the fields, and which holds them together, by the records of a sample whose lines end in "\n" and
 * whose line "sep=" is off. `isCut` when the file goes on behind the sample.
 */
export function detectLayout(
  sample: string,
  split: CsvSplitter,
  { choices = {}, isCut = false }: { choices?: CsvChoices; isCut?: boolean } = {},
): DetectedLayout {
  const ask = (quote: CsvQuote) => askDelimiter(sample, split, quote, choices.delimiter, isCut)
  if (choices.quote !== undefined) {
    const { detected } = ask(choices.quote)
    return { delimiter: detected, quote: { value: choices.quote, by: 'given', alternatives: [] } }
  }
  const double = ask('"')
  if (opensField(sample, '"', double.detected.value))
    return { delimiter: double.detected, quote: { value: '"', by: 'counted', alternatives: [] } }
  if (/(?:^|[\n;,\t|])'/.test(sample)) {
    // Apostrophes begin words too: they hold fields together where the table needs them for its shape, and are asked about
    // where every field that has one in front has one at its end.
    const single = ask("'")
    const isSound = (delimiter: CsvDelimiter): boolean =>
      !split(sample, { delimiter, quote: "'", isCut }).isBroken
    const isBetter = single.fit && (!double.fit || (single.fit.isWhole && !double.fit.isWhole))
    if (isBetter && isSound(single.detected.value))
      return { delimiter: single.detected, quote: { value: "'", by: 'counted', alternatives: [] } }
    const opened = [single.detected.value, ...single.detected.alternatives].find(
      delimiter => opensField(sample, "'", delimiter) && isSound(delimiter),
    )
    if (opened !== undefined) {
      const by = hasSameShape(double.fit, single.fit) ? 'no_difference' : 'counted'
      const delimiter = double.detected
      // The apostrophes may stand for another delimiter than the one that fits without them.
      const alternatives = [...new Set([...delimiter.alternatives, opened])].filter(
        other => other !== delimiter.value,
      )
      return {
        delimiter: { ...delimiter, alternatives },
        quote: { value: '"', by: alternatives.length > 0 ? 'counted' : by, alternatives: ["'"] },
      }
    }
  }
  return { delimiter: double.detected, quote: { value: '"', by: 'no_difference', alternatives: [] } }
}

const hasSameShape = (one: Fit | null, other: Fit | null): boolean =>
  one?.delimiter === other?.delimiter && one?.width === other?.width && one?.count === other?.count

const opensField = (sample: string, quote: string, delimiter: CsvDelimiter): boolean =>
  sample.startsWith(quote) || sample.includes(`\n${quote}`) || sample.includes(`${delimiter}${quote}`)

function askDelimiter(
  sample: string,
  split: CsvSplitter,
  quote: CsvQuote,
  given: CsvDelimiter | undefined,
  isCut: boolean,
): { detected: Detected<CsvDelimiter>; fit: Fit | null } {
  const tried = CSV_DELIMITERS.filter(delimiter => given === undefined || delimiter === given).map(
    delimiter => ({ delimiter, ...split(sample, { delimiter, quote, isCut }) }),
  )
  const all = tried.flatMap(({ delimiter, records, isBroken }) => {
    const fit = measure(delimiter, records)
    return fit ? [{ ...fit, isBroken }] : []
  })
  const sound = all.filter(({ isBroken }) => !isBroken)
  // Where quotation marks break under every delimiter, the records before the break still show which it is.
  const fits = sound.length > 0 ? sound : all.filter(({ count }) => count > 1)
  if (given !== undefined)
    return { detected: { value: given, by: 'given', alternatives: [] }, fit: fits[0] ?? null }
  const best = fits.filter(fit => !fits.some(other => other !== fit && beats(other, fit)))
  const [chosen, ...equals] = best
  if (!chosen) {
    // One column: whatever does not occur in it keeps its cells whole.
    const absent = CSV_DELIMITERS.find(delimiter => !sample.includes(delimiter))
    return { detected: { value: absent ?? '\t', by: 'no_difference', alternatives: [] }, fit: null }
  }
  const alternatives = equals.map(({ delimiter }) => delimiter)
  return { detected: { value: chosen.delimiter, by: 'counted', alternatives }, fit: chosen }
}

function measure(delimiter: CsvDelimiter, records: readonly (readonly string[])[]): Fit | null {
  const filled = records.filter(record => record.length > 1 || record[0] !== '')
  const counts = new Map<number, number>()
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1)
  const all = filled.length
  let [width, count] = [1, 0]
  for (const [fields, many] of counts)
    if (fields > 1 && many * (fields - 1) > count * (width - 1)) [width, count] = [fields, many]
  if (count === 0) return null
  const isWhole = count === all
  // A mark that few lines share parts no table; bars and single commas are also written in plain text.
  if (count < 2 && counts.has(1)) return null
  if (!isWhole && width === 2 && (count * 2 <= all || delimiter === '|')) return null
  return { delimiter, records: filled, width, count, isWhole }
}

/** Whether one delimiter explains the records so much better that the other is no question. */
function beats(one: Fit, other: Fit): boolean {
  if (one.isWhole !== other.isWhole) return one.isWhole
  const isMark = (least: number): boolean =>
    shareInAmounts(one, other.delimiter) >= least && shareInAmounts(other, one.delimiter) === 0
  if (one.isWhole) return isMark(0.9)
  if (one.count >= other.count && one.width >= other.width)
    return one.count * one.width > other.count * other.width
  // Beside titles and names with marks of all kinds, the decimal marks of a narrow column may fit as many records.
  return isMark(0.5)
}

/** Of the fields that hold the mark, the share that are amounts with it. */
function shareInAmounts(fit: Fit, mark: string): number {
  const holders = fit.records.flatMap(record => record.filter(field => field.includes(mark)))
  return holders.filter(field => decimalMarkOf(field) !== null).length / Math.max(1, holders.length)
}

import type { CsvDelimiter, DecimalMark } from '../../domain/index.ts'
import type { ColumnName, HeaderRow } from '../forexebug/header-row.ts'
import type { Readings } from './cell-readings.ts'
import { literal } from './staging-database.ts'

export interface CsvSource {
  readonly file: string
  readonly delimiter: CsvDelimiter
  /** '' when quotation marks are plain text in this file. */
  readonly quote: string
  /** Lines of the file before the first that is read. */
  readonly skip: number
  readonly columns: number
}

/** Never in a file that gets here: control characters are irregular. An empty field stays an empty text by it. */
const NO_NULL = '\u0001'

/**
 * Reads records as text, cell by cell; a record short of cells has nulls for them. Nothing is sniffed but the line end, of
 * which the file has one kind: given together with `strict_mode`, DuckDB 1.5.5 skips all lines and says nothing.
 */
export function readCsv(source: CsvSource): string {
  const columns = Array.from({ length: source.columns }, (_, at) => `c${at + 1}: 'VARCHAR'`)
  const quote = literal(source.quote)
  return `read_csv(${literal(source.file)}, auto_detect = false, header = false, columns = {${columns.join(', ')}},
    delim = ${literal(source.delimiter)}, quote = ${quote}, escape = ${quote}, nullstr = ${literal(NO_NULL)},
    skip = ${source.skip}, null_padding = true,
    ignore_errors = false, strict_mode = true, buffer_size = 8388608)`
}

const OTHER_SPACES =
  '[\\x{A0}\\x{1680}\\x{2000}-\\x{200B}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}]'
const SPACES = OTHER_SPACES.replace('[', '[ \\t')

/** What squeeze() of forexebug/fold-text.ts gives for a text of one line. Most texts need no change, and a look is cheap. */
const squeezed = (text: string): string => `
  case when starts_with(${text}, ' ') or ends_with(${text}, ' ') or contains(${text}, '  ') or contains(${text}, '\t')
    or (strlen(${text}) <> length(${text}) and regexp_matches(${text}, '${OTHER_SPACES}'))
  then trim(regexp_replace(${text}, '${SPACES}+', ' ', 'g'), ' ') else ${text} end`

const WHOLE = '[0-9]{1,13}'
const grouped = (mark: string): string => `[1-9][0-9]{0,2}(?:${mark}[0-9]{3}){1,3}`
const BLANK = '[ \\x{A0}\\x{202F}]'

/**
 * The amounts whose form can be read in one way only, by the decimal mark that they show. Every other form (a currency,
 * brackets, "1.234", a slip of the keyboard) is left to readAmountText.
 */
function amountOf(text: string, decimal: DecimalMark | null): string {
  // A single group of three digits may as well be decimals, unless the mark of the file is known.
  const groups = (mark: string): string => `[1-9][0-9]{0,2}(?:${mark}[0-9]{3}){${decimal ? 1 : 2},3}`
  const whole = `regexp_full_match(${text}, '-?${WHOLE}')`
  const plain = `regexp_full_match(${text}, '-?${WHOLE}(?:\\.[0-9]{1,2})?')`
  const point = `regexp_full_match(${text}, '-?(?:${grouped(',')}\\.[0-9]{1,2}|${groups(',')})')`
  const comma = `regexp_full_match(${text}, '-?(?:${WHOLE},[0-9]{1,2}|${grouped('\\.')},[0-9]{1,2}|${groups('\\.')})')`
  const blank = `regexp_full_match(${text}, '-?${grouped(BLANK)}')`
  const blankPoint = `regexp_full_match(${text}, '-?${grouped(BLANK)}\\.[0-9]{1,2}')`
  const blankComma = `regexp_full_match(${text}, '-?${grouped(BLANK)},[0-9]{1,2}')`
  const together = `regexp_replace(${text}, '${BLANK}', '', 'g')`
  const forms: (readonly [string, string, DecimalMark | null])[] = [
    decimal === 'comma' ? [whole, text, null] : [plain, text, null],
    [point, `replace(${text}, ',', '')`, 'point'],
    [comma, `replace(replace(${text}, '.', ''), ',', '.')`, 'comma'],
    [blank, together, null],
    [blankPoint, together, 'point'],
    [blankComma, `replace(${together}, ',', '.')`, 'comma'],
  ]
  const cases = forms
    .filter(([, , mark]) => decimal === null || mark === null || mark === decimal)
    .map(([condition, number]) => `when ${condition} then try_cast(${number} as decimal(18, 2))`)
  return `case ${cases.join(' ')} end`
}

const SIX_DIGITS = (text: string): string => `regexp_full_match(${text}, '[0-9]{6}')`

/** A header with the number of its cells: a line has as many, or is looked at by itself. */
export type StageHeader = HeaderRow & { readonly width: number }

/** Cells beside the table's own columns that could be titles of a second header in a row that also looks like a line. */
function strangers(header: HeaderRow, columns: number): string | null {
  const own = new Set(header.columns.values())
  const others = Array.from({ length: columns }, (_, at) => at + 1).filter(column => !own.has(column))
  // Of the four titles that make a header two may stand in the columns of names.
  if (others.length < 2) return null
  const count = others
    .map(column => `coalesce(regexp_full_match(c${column}, '[^0-9]{3,}'), false)::integer`)
    .join(' + ')
  return `${count} < 2`
}

/**
 * One row for each record, in the file's order. A record that is a line without any doubt has its values, named as in
 * facts.execution; any other has nulls there and its cells as a list, to be read by the rules that also say what is wrong.
 */
export function stageSelect(
  source: CsvSource,
  header: StageHeader,
  { kinds, sources, sections }: Readings,
  decimal: DecimalMark | null,
): string {
  const cell = (name: ColumnName): string => {
    const column = header.columns.get(name)
    return column === undefined ? "''" : `c${column}`
  }
  const choose = <Value>(
    name: ColumnName,
    values: ReadonlyMap<string, Value>,
    as: (value: Value) => string,
  ) =>
    values.size === 0
      ? 'null::varchar'
      : `case ${cell(name)} ${[...values].map(([text, value]) => `when ${literal(text)} then ${as(value)}`).join(' ')} end`
  const cells = Array.from({ length: source.columns }, (_, at) => `c${at + 1}`)
  const isAlone = strangers(header, source.columns)
  const [functional, economic] = [cell('functional'), cell('economic')]
  return `
    with records as (select * from ${readCsv(source)}),
    read as (
      select *,
        ${choose('kind', kinds, literal)} as line_kind,
        ${choose('source', sources, ({ letter }) => literal(letter))} as line_source,
        ${choose('section', sections, section => literal(section ?? ''))} as line_section,
        ${amountOf(cell('amount'), decimal)} as line_amount
      from records
    ),
    judged as (
      select *, coalesce(
        line_kind is not null and line_source is not null and line_section is not null and line_amount is not null
        and ${SIX_DIGITS(functional)}
        and case when line_kind = 'expenditure' then ${SIX_DIGITS(economic)} else ${economic} = '' end
        and c${header.width} is not null ${source.columns > header.width ? `and c${header.width + 1} is null` : ''}
        ${isAlone ? `and ${isAlone}` : ''}, false) as is_line
      from read
    )
    select
      case when is_line then line_kind end as kind,
      case when is_line then ${functional} end as functional,
      case when is_line then ${squeezed(cell('functionalName'))} end as functional_name,
      case when is_line and line_kind = 'expenditure' then ${economic} end as economic,
      case when is_line and line_kind = 'expenditure' then ${squeezed(cell('economicName'))} end as economic_name,
      case when is_line then line_source end as source,
      case when is_line then ${choose('source', sources, ({ name }) => literal(name))} end as source_name,
      case when is_line then nullif(line_section, '') end as section,
      case when is_line then line_amount end as amount,
      case when is_line then ${cell('amount')} end as raw_value,
      case when not is_line then [${cells.join(', ')}] end as cells
    from judged`
}

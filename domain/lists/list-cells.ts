import { isDay } from '../calendar/day.ts'
import { type Cui, parseCui } from '../cui.ts'
import { LANGUAGES, type Language, type Names } from '../language.ts'
import { type ListMistake, type ListMistakeCode, mistake } from './list-mistake.ts'
import { foldWords, type ListRow } from './read-list.ts'

/** undefined: the cell is blank, which leaves what there is; null: a dash, which empties it. */
export type Given<Value> = Value | null | undefined

/** Reads the cells of a row one by one and keeps what is wrong with them. */
export interface CellReader {
  readonly row: number
  readonly mistakes: readonly ListMistake[]
  text(column: string): Given<string>
  cui(column: string): Given<Cui>
  siruta(column: string): Given<string>
  day(column: string): Given<string>
  choice<Value extends string>(
    column: string,
    choices: readonly Value[],
    names: Readonly<Record<Value, Names>>,
  ): Given<Value>
  /** Says that the cell is wrong. */
  refuse(code: ListMistakeCode, column: string | null, params?: Readonly<Record<string, string>>): void
}

const EMPTY = /^[-–—]$/

export function cellReader({ row, text }: ListRow): CellReader {
  const mistakes: ListMistake[] = []
  const refuse: CellReader['refuse'] = (code, column, params = {}) =>
    void mistakes.push(mistake(code, row, column, column === null ? '' : text(column), params))
  /** A cell that is wrong counts as blank, so that only its own mistake is told. */
  const read = <Value>(
    column: string,
    code: ListMistakeCode,
    parse: (value: string) => Value | null,
    params: Readonly<Record<string, string>> = {},
  ): Given<Value> => {
    const value = text(column)
    if (value === '') return undefined
    if (EMPTY.test(value)) return null
    const parsed = parse(value)
    if (parsed !== null) return parsed
    refuse(code, column, params)
    return undefined
  }
  return {
    row,
    mistakes,
    refuse,
    text: column => read(column, 'value_missing', value => value),
    cui: column => read(column, 'cui_wrong', parseCui),
    siruta: column => read(column, 'siruta_wrong', value => (/^\d{1,6}$/.test(value) ? value : null)),
    day: column => read(column, 'date_wrong', parseDay),
    choice: (column, choices, names) =>
      read(
        column,
        'choice_unknown',
        value => choices.find(one => writings(one, names[one]).includes(foldWords(value))) ?? null,
        Object.fromEntries(
          LANGUAGES.map((language: Language) => [
            language,
            choices.map(one => names[one][language]).join(', '),
          ]),
        ),
      ),
  }
}

const writings = (code: string, names: Names): string[] => [code, names.ro, names.hu, names.en].map(foldWords)

/** "2026-01-31", "31.01.2026", "2026.01.31." and what a spreadsheet makes of a day. */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})[-.](\d{1,2})[-.](\d{1,2})\.?(?:T00:00:00)?$/.exec(text.replaceAll(' ', ''))
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})\.?$/.exec(text.replaceAll(' ', ''))
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : []
  if (!year || !month || !day) return null
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : null
}

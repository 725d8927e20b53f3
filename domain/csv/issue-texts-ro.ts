import { formatAmount, formatCount } from '../format-amount.ts'
import type { CsvIssueTexts } from './csv-issue-texts.ts'

/** "o coloană", "3 coloane", "20 de coloane". */
function count(digits: string, one: string, many: string): string {
  if (digits === '1') return one
  const tail = Number(digits) % 100
  return `${formatCount(digits, 'ro')} ${tail === 0 || tail >= 20 ? 'de ' : ''}${many}`
}
const list = (names: string, words: Readonly<Record<string, string>>): string =>
  names
    .split(', ')
    .map(name => words[name] ?? name)
    .join(' sau ')

const DELIMITERS: Readonly<Record<string, string>> = {
  semicolon: 'punct și virgulă',
  comma: 'virgulă',
  tab: 'tabulator',
  bar: 'bară verticală',
}
const QUOTES: Readonly<Record<string, string>> = {
  single: ', apostrofuri ca ghilimele',
  none: ', fără ghilimele',
}
const DECIMALS: Readonly<Record<string, string>> = {
  comma: ', zecimale după virgulă',
  point: ', zecimale după punct',
  both: ', sume cu virgulă și sume cu punct',
  open: ', separatorul zecimal neclar',
}
const MARKS: Readonly<Record<string, string>> = { comma: 'virgula', point: 'punctul' }

export const CSV_TEXTS_RO: CsvIssueTexts = {
  csv_read_as: ({ encoding, delimiter, quote, decimal, columns, rows }) => ({
    message: `Fișierul a fost citit ca ${encoding}, câmpuri despărțite prin ${DELIMITERS[delimiter] ?? delimiter}${QUOTES[quote] ?? ''}${DECIMALS[decimal] ?? ''}: ${count(columns, 'o coloană', 'coloane')}, ${count(rows, 'un rând', 'rânduri')}.`,
    fix: 'Dacă a fost scris altfel, alege cum și cere citirea din nou.',
  }),
  encoding_uncertain: ({ choices, examples }) => ({
    message: `Literele din fișier pot fi citite în mai multe feluri: ${examples}.`,
    fix: `Alege codificarea cu care se văd bine (${choices}). Dacă niciuna nu e bună, salvează fișierul din nou ca „CSV UTF-8”.`,
  }),
  delimiter_uncertain: ({ choices }) => ({
    message: `Câmpurile pot fi despărțite prin ${list(choices, DELIMITERS)}: amândouă se potrivesc pe fiecare rând.`,
    fix: 'Alege separatorul de câmpuri.',
  }),
  quote_uncertain: () => ({
    message: 'Unele câmpuri stau între apostrofuri, care pot ține de text sau pot doar să-l cuprindă.',
    fix: 'Alege dacă apostrofurile sunt ghilimelele fișierului.',
  }),
  decimal_uncertain: ({ rows, first, second }, value) => ({
    message: `Sumele din fișier pot fi citite în două feluri: „${value}” poate fi ${formatAmount(first, 'ro')} sau ${formatAmount(second, 'ro')} (${count(rows, 'o sumă', 'sume')}).`,
    fix: 'Alege dacă zecimalele din fișier vin după virgulă sau după punct.',
  }),
  row_width_differs: ({ lines, rows, width, expected }) => ({
    message: `${rows === '1' ? `Rândul ${lines} are` : `Rândurile ${lines} (${count(rows, 'un rând', 'rânduri')}) au`} ${width === '' ? 'alte numere de coloane' : count(width, 'o coloană', 'coloane')}; tabelul are ${formatCount(expected, 'ro')}.`,
    fix: 'Îndreaptă rândurile: lipsește un separator, este unul în plus, sau stă într-un text fără ghilimele.',
  }),
  amount_contradicts: ({ decimal }, value) => ({
    message: `„${value}” nu este scris ca celelalte sume, la care ${MARKS[decimal] ?? decimal} desparte zecimalele.`,
    fix: 'Scrie suma ca pe celelalte, sau alege separatorul zecimal al fișierului și cere citirea din nou.',
  }),
}

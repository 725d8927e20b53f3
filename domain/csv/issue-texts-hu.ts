import { formatAmount, formatCount } from '../format-amount.ts'
import type { CsvIssueTexts } from './csv-issue-texts.ts'

const count = (digits: string, word: string): string =>
  digits === '1' ? `egy ${word}` : `${formatCount(digits, 'hu')} ${word}`
const list = (names: string, words: Readonly<Record<string, string>>): string =>
  names
    .split(', ')
    .map(name => words[name] ?? name)
    .join(' vagy ')

const DELIMITERS: Readonly<Record<string, string>> = {
  semicolon: 'pontosvessző',
  comma: 'vessző',
  tab: 'tabulátor',
  bar: 'függőleges vonal',
}
const QUOTES: Readonly<Record<string, string>> = {
  single: ', aposztróf az idézőjel',
  none: ', idézőjel nélkül',
}
const DECIMALS: Readonly<Record<string, string>> = {
  comma: ', tizedesvessző',
  point: ', tizedespont',
  both: ', vesszős és pontos összegek vegyesen',
  open: ', a tizedesjel nem egyértelmű',
}
const MARKS: Readonly<Record<string, string>> = { comma: 'tizedesvesszővel', point: 'tizedesponttal' }

export const CSV_TEXTS_HU: CsvIssueTexts = {
  csv_read_as: ({ encoding, delimiter, quote, decimal, columns, rows }) => ({
    message: `A fájlt így olvastuk be: ${encoding}, elválasztó: ${DELIMITERS[delimiter] ?? delimiter}${QUOTES[quote] ?? ''}${DECIMALS[decimal] ?? ''}; ${count(columns, 'oszlop')}, ${count(rows, 'sor')}.`,
    fix: 'Ha nem így írták, add meg, hogyan, és olvastasd be újra.',
  }),
  encoding_uncertain: ({ choices, examples }) => ({
    message: `A fájl betűi többféleképpen olvashatók: ${examples}.`,
    fix: `Válaszd azt a kódolást, amellyel helyesen látszanak (${choices}). Ha egyik sem jó, mentsd el újra a fájlt „CSV UTF-8” formátumban.`,
  }),
  delimiter_uncertain: ({ choices }) => ({
    message: `A mezőket többféle jel is elválaszthatja (${list(choices, DELIMITERS)}): mindegyik illik minden sorra.`,
    fix: 'Válaszd ki, melyik választja el a mezőket.',
  }),
  quote_uncertain: () => ({
    message: 'Egyes mezők aposztrófok között állnak: ezek tartozhatnak a szöveghez, vagy csak közrefogják.',
    fix: 'Válaszd ki, hogy az aposztróf-e a fájl idézőjele.',
  }),
  decimal_uncertain: ({ rows, first, second }, value) => ({
    message: `A fájl összegei kétféleképpen olvashatók: „${value}” lehet ${formatAmount(first, 'hu')} vagy ${formatAmount(second, 'hu')} (${count(rows, 'összeg')}).`,
    fix: 'Válaszd ki, hogy a fájlban vessző vagy pont a tizedesjel.',
  }),
  row_width_differs: ({ lines, rows, width, expected }) => ({
    message: `${width === '' ? 'Eltérő számú oszlop' : `${count(width, 'oszlop').replace(/^e/, 'E')}`} van ${rows === '1' ? `ebben a sorban: ${lines}` : `ezekben a sorokban: ${lines} (${count(rows, 'sor')})`}; a táblázatban ${formatCount(expected, 'hu')} van.`,
    fix: 'Javítsd ki a sorokat: hiányzik egy elválasztójel, eggyel több van, vagy idézőjel nélküli szövegben áll.',
  }),
  amount_contradicts: ({ decimal }, value) => ({
    message: `„${value}” másképp van írva, mint a többi összeg, amelyeket ${MARKS[decimal] ?? decimal} írtak.`,
    fix: 'Írd úgy, mint a többit, vagy válaszd ki a fájl tizedesjelét, és olvastasd be újra.',
  }),
}

import { romanianCount } from '../plural.ts'
import { roAttachments } from './attachments.ts'

const columns = (count: number): string => romanianCount(count, 'coloană', 'coloane')
const rows = (count: number): string => romanianCount(count, 'rând', 'rânduri')

/** What is said of files: how they are written, and what is in them. */
export const roFiles = {
  ...roAttachments,
  csv: {
    heading: 'Cum a fost citit fișierul',
    fields: {
      encoding: 'Codificarea caracterelor',
      delimiter: 'Separatorul de câmpuri',
      quote: 'Ghilimelele',
      decimal: 'Separatorul zecimal',
    },
    names: {
      encoding: {
        'utf-8': 'UTF-8',
        'utf-16le': 'UTF-16 LE',
        'utf-16be': 'UTF-16 BE',
        'windows-1250': 'Windows-1250',
        'iso-8859-2': 'ISO-8859-2',
        'iso-8859-16': 'ISO-8859-16',
      },
      delimiter: {
        semicolon: 'punct și virgulă (;)',
        comma: 'virgulă (,)',
        tab: 'tabulator',
        bar: 'bară verticală (|)',
      },
      quote: { double: 'ghilimele (")', single: "apostrof (')", none: 'fără ghilimele' },
      decimal: { comma: 'virgulă zecimală', point: 'punct zecimal' },
    },
    delimited: {
      semicolon: 'punct și virgulă între câmpuri',
      comma: 'virgulă între câmpuri',
      tab: 'tabulator între câmpuri',
      bar: 'bară verticală între câmpuri',
    },
    bothDecimals: 'sume și cu virgulă, și cu punct',
    choose: 'Alege',
    detected: (name: string): string => `Detectat: ${name}`,
    notNeeded: 'Nu este nevoie',
    explained: (parts: readonly string[], width: number, count: number, isCut: boolean): string =>
      `${parts.join(', ')}; ${columns(width)}; ${rows(count)}${isCut ? ' sau mai multe' : ''}.`,
    differing: (lines: string, width: number): string =>
      `Nu toate rândurile au ${columns(width)}: vezi rândurile ${lines}. La un raport, titlurile și totalurile pot fi mai înguste.`,
    broken: (row: number): string => `Ghilimelele de la rândul ${row} nu se închid.`,
    questions: {
      encoding: 'Literele pot fi citite în mai multe feluri. Alege codificarea cu care se văd bine.',
      delimiter: 'Mai multe semne se potrivesc pe fiecare rând. Alege separatorul de câmpuri.',
      quote: 'Unele câmpuri stau între apostrofuri. Alege dacă acestea țin de text sau doar îl cuprind.',
      decimal:
        'Sumele pot fi citite în două feluri: 1.234 poate fi o mie și ceva sau puțin peste unu. Alege.',
    },
    readAgain: 'Citește din nou așa',
    readingAgain: 'Se citește din nou',
    readAgainDone: 'Fișierul se citește din nou.',
    change: 'A fost scris altfel?',
  },
  preview: {
    heading: 'Ce este în fișier',
    loading: 'Se citesc primele rânduri',
    answerFirst: 'Răspunde întâi la ce se întreabă mai jos.',
    unreadable: 'Browserul nu poate citi fișierul. Verifică dacă nu a fost mutat și alege-l din nou.',
    empty: 'Fișierul este gol.',
    otherEncoding: 'Cu codificarea aleasă fișierul nu poate fi citit ca text. Alege alta.',
    failed: 'Nu putem arăta fișierul înainte de trimitere. Îl poți trimite și așa: îl verificăm la primire.',
    noReport: 'În foile vizibile nu am recunoscut capul de tabel al unui raport de execuție.',
    sheet: 'Foaia afișată',
    part: 'Partea afișată',
    wholeSheet: 'de la începutul foii',
    tablePart: (place: string, count: number): string => `tabelul ${place}, ${rows(count)}`,
    theReport: 'raportul',
    emptySheet: 'Foaia este goală.',
    firstRows: (count: number): string => (count === 1 ? 'primul rând' : `primele ${rows(count)}`),
    foundIn: (sheet: string): string => `Ce am găsit în foaia ${sheet}`,
    found: {
      report: 'Aici este raportul de execuție.',
      size: (count: number, width: number): string => `${rows(count)}, ${columns(width)}`,
      tables: (places: readonly string[]): string =>
        `${romanianCount(places.length, 'tabel', 'tabele')}: ${places.slice(0, 6).join(', ')}${places.length > 6 ? ', …' : ''}`,
      formulas: (count: number): string =>
        `${romanianCount(count, 'formulă', 'formule')}; citim rezultatele salvate`,
      merges: (count: number): string =>
        romanianCount(count, 'grup de celule îmbinate', 'grupuri de celule îmbinate'),
      errors: (count: number): string => romanianCount(count, 'celulă cu eroare', 'celule cu erori'),
      hidden: (hiddenRows: number, hiddenColumns: number): string =>
        `ascunse: ${rows(hiddenRows)}, ${columns(hiddenColumns)}`,
    },
  },
}

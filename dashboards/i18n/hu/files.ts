import { hungarianCount } from '../plural.ts'
import type { Texts } from '../texts.ts'
import { huAttachments } from './attachments.ts'

const columns = (count: number): string => hungarianCount(count, 'oszlop')
const rows = (count: number): string => hungarianCount(count, 'sor')

/** What is said of files: how they are written, and what is in them. */
export const huFiles: Pick<Texts, 'csv' | 'preview' | 'attachment'> = {
  ...huAttachments,
  csv: {
    heading: 'Így olvastuk be a fájlt',
    fields: {
      encoding: 'Karakterkódolás',
      delimiter: 'Elválasztójel',
      quote: 'Idézőjel',
      decimal: 'Tizedesjel',
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
        semicolon: 'pontosvessző (;)',
        comma: 'vessző (,)',
        tab: 'tabulátor',
        bar: 'függőleges vonal (|)',
      },
      quote: { double: 'idézőjel (")', single: "aposztróf (')", none: 'nincs' },
      decimal: { comma: 'tizedesvessző', point: 'tizedespont' },
    },
    delimited: {
      semicolon: 'pontosvesszővel elválasztva',
      comma: 'vesszővel elválasztva',
      tab: 'tabulátorral elválasztva',
      bar: 'függőleges vonallal elválasztva',
    },
    bothDecimals: 'vesszős és pontos összegek vegyesen',
    choose: 'Válassz',
    detected: name => `Felismerve: ${name}`,
    notNeeded: 'Nincs rá szükség',
    explained: (parts, width, count, isCut) =>
      `${parts.join(', ')}; ${columns(width)}; ${rows(count)}${isCut ? ' vagy több' : ''}.`,
    differing: (lines, width) =>
      `Nem minden sorban van ${columns(width)}. Nézd meg ezeket a sorokat: ${lines}. Egy jelentésben a címek és az összesítők keskenyebbek lehetnek.`,
    broken: row => `Az idézőjel nincs lezárva ebben a sorban: ${row}.`,
    questions: {
      encoding: 'A betűk többféleképpen olvashatók. Válaszd azt, amellyel helyesen látszanak.',
      delimiter: 'Több jel is illik minden sorra. Válaszd azt, amelyik a mezőket elválasztja.',
      quote:
        'Egyes mezők aposztrófok között állnak. Válaszd ki, hogy ezek a szöveghez tartoznak-e, vagy csak közrefogják.',
      decimal:
        'Az összegek kétféleképpen olvashatók: az 1.234 lehet ezernél több, vagy alig több egynél. Válassz.',
    },
    readAgain: 'Újraolvasás ezekkel a beállításokkal',
    readingAgain: 'Újraolvasás',
    readAgainDone: 'A fájlt újra beolvassuk.',
    change: 'Nem így írták?',
  },
  preview: {
    heading: 'Mi van a fájlban',
    loading: 'Az első sorok beolvasása',
    answerFirst: 'Előbb válaszolj az alábbi kérdésre.',
    unreadable: 'A böngésző nem tudja olvasni a fájlt. Nézd meg, nem került-e máshová, és válaszd ki újra.',
    empty: 'A fájl üres.',
    otherEncoding: 'A választott kódolással a fájl nem olvasható szövegként. Válassz másikat.',
    failed: 'A fájlt elküldés előtt nem tudjuk megmutatni. Így is elküldheted: érkezéskor ellenőrizzük.',
    noReport: 'A látható munkalapokon nem ismertük fel végrehajtási jelentés fejlécét.',
    sheet: 'Megjelenített munkalap',
    part: 'Megjelenített rész',
    wholeSheet: 'a munkalap elejétől',
    tablePart: (place, count) => `${place} táblázat, ${rows(count)}`,
    theReport: 'a jelentés',
    emptySheet: 'A munkalap üres.',
    firstRows: count => (count === 1 ? 'az első sor' : `az első ${rows(count)}`),
    foundIn: sheet => `Mi van a munkalapon: ${sheet}`,
    found: {
      report: 'Itt van a végrehajtási jelentés.',
      size: (count, width) => `${rows(count)}, ${columns(width)}`,
      tables: places =>
        `${hungarianCount(places.length, 'táblázat')}: ${places.slice(0, 6).join(', ')}${places.length > 6 ? ', …' : ''}`,
      formulas: count => `${hungarianCount(count, 'képlet')}; a mentett eredményeket olvassuk`,
      merges: count => hungarianCount(count, 'egyesített cellacsoport'),
      errors: count => hungarianCount(count, 'hibás cella'),
      hidden: (hiddenRows, hiddenColumns) => `rejtve: ${rows(hiddenRows)}, ${columns(hiddenColumns)}`,
    },
  },
}

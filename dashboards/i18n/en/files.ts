import { englishCount } from '../plural.ts'
import type { Texts } from '../texts.ts'
import { enAttachments } from './attachments.ts'

const columns = (count: number): string => englishCount(count, 'column', 'columns')
const rows = (count: number): string => englishCount(count, 'row', 'rows')

/** What is said of files: how they are written, and what is in them. */
export const enFiles: Pick<Texts, 'csv' | 'preview' | 'attachment'> = {
  ...enAttachments,
  csv: {
    heading: 'How the file was read',
    fields: {
      encoding: 'Encoding of letters',
      delimiter: 'Sign between fields',
      quote: 'Quotation marks',
      decimal: 'Decimal mark',
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
        semicolon: 'semicolon (;)',
        comma: 'comma (,)',
        tab: 'tab',
        bar: 'vertical bar (|)',
      },
      quote: { double: 'quotation marks (")', single: "apostrophes (')", none: 'none' },
      decimal: { comma: 'decimal comma', point: 'decimal point' },
    },
    delimited: {
      semicolon: 'semicolons',
      comma: 'commas',
      tab: 'tabs',
      bar: 'vertical bars',
    },
    bothDecimals: 'amounts with a comma and amounts with a point',
    choose: 'Choose',
    detected: name => `Detected: ${name}`,
    notNeeded: 'Not needed',
    explained: (parts, width, count, isCut) =>
      `${parts.join(', ')}; ${columns(width)}; ${rows(count)}${isCut ? ' or more' : ''}.`,
    differing: (lines, width) =>
      `Not every row has ${columns(width)}: see rows ${lines}. In a report, titles and totals may be narrower.`,
    broken: row => `The quotation marks in row ${row} do not close.`,
    questions: {
      encoding: 'The letters can be read in more than one way. Choose the one that shows them right.',
      delimiter: 'More than one sign fits every row. Choose the one that parts the fields.',
      quote:
        'Some fields stand between apostrophes. Choose whether these belong to the text or only hold it.',
      decimal:
        'The amounts can be read in two ways: 1.234 may be over a thousand, or a little over one. Choose.',
    },
    readAgain: 'Read it again like this',
    readingAgain: 'Reading again',
    readAgainDone: 'The file is being read again.',
    change: 'Was it written otherwise?',
  },
  preview: {
    heading: 'What is in the file',
    loading: 'Reading the first rows',
    answerFirst: 'First answer what is asked below.',
    unreadable: 'The browser cannot read the file. Check that it was not moved, and choose it again.',
    empty: 'The file is empty.',
    otherEncoding: 'The bytes of the file are no text in the encoding chosen. Choose another.',
    failed:
      'The file cannot be shown before it is sent. You can send it all the same: it is checked on arrival.',
    noReport: 'No visible sheet has the column titles of an execution report.',
    sheet: 'Sheet shown',
    part: 'Part shown',
    wholeSheet: 'from the beginning of the sheet',
    tablePart: (place, count) => `table ${place}, ${rows(count)}`,
    theReport: 'the report',
    emptySheet: 'The sheet is empty.',
    firstRows: count => (count === 1 ? 'the first row' : `the first ${rows(count)}`),
    foundIn: sheet => `What is in the sheet ${sheet}`,
    found: {
      report: 'The execution report is here.',
      size: (count, width) => `${rows(count)}, ${columns(width)}`,
      tables: places =>
        `${englishCount(places.length, 'table', 'tables')}: ${places.slice(0, 6).join(', ')}${places.length > 6 ? ', …' : ''}`,
      formulas: count => `${englishCount(count, 'formula', 'formulas')}; their saved results are read`,
      merges: count => englishCount(count, 'group of merged cells', 'groups of merged cells'),
      errors: count => englishCount(count, 'cell with an error', 'cells with errors'),
      hidden: (hiddenRows, hiddenColumns) => `hidden: ${rows(hiddenRows)}, ${columns(hiddenColumns)}`,
    },
  },
}

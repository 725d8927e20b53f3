import { CSV_TEXTS_EN } from './csv/issue-texts-en.ts'
import { formatAmount, formatCount, formatDay } from './format-amount.ts'
import type { IssueTexts } from './issue-catalogue.ts'

const lei = (decimal: string): string => formatAmount(decimal, 'en')
const day = (iso: string): string => formatDay(iso, 'en')
const quote = (text: string): string => `“${text}”`
const rows = (count: string): string => (count === '1' ? 'one row' : `${formatCount(count, 'en')} rows`)

const KIND: Readonly<Record<string, string>> = { revenue: 'TOTAL VENITURI', expenditure: 'TOTAL CHELTUIELI' }
const kind = (name: string): string => KIND[name] ?? name
const lineName = (functional: string, economic: string): string =>
  economic ? `${functional} / ${economic}` : functional
const place = (cells: string): string => (cells ? ` (${cells})` : '')

const DOWNLOAD_AGAIN = 'Download the report again from Forexebug and upload it as you received it.'
const SAVE_AGAIN =
  'Open it in Excel or LibreOffice, save it again as .xlsx and upload it. If it does not open there either, download the report again.'
const TRIM_FILE = 'Check that you chose the right file, and leave only the sheet of the report in it.'
const CLOSE_OFF = 'Open the file in Excel, correct the row and save it again, or upload the report as .xlsx.'

const UNREADABLE: Readonly<Record<string, (detail: string) => { message: string; fix: string }>> = {
  part_missing: detail => ({
    message: `A part of the spreadsheet file is missing${place(detail)}.`,
    fix: SAVE_AGAIN,
  }),
  xml: detail => ({ message: `The spreadsheet file is damaged (${detail}).`, fix: SAVE_AGAIN }),
  quotes: detail => ({
    message: `The quotation marks in row ${detail} do not close, so it is unclear where the cell ends.`,
    fix: CLOSE_OFF,
  }),
  nul: detail => ({ message: `Row ${detail} holds a null character.`, fix: CLOSE_OFF }),
  encoding: detail => ({
    message: `The text cannot be read: its letters are encoded wrongly (row ${detail}).`,
    fix: 'Save the file again and choose “CSV UTF-8”.',
  }),
  long_record: detail => ({ message: `Row ${detail} is too long for a table.`, fix: CLOSE_OFF }),
  time: detail => ({
    message: `Reading was stopped after ${detail} s: the file is unlike a report.`,
    fix: TRIM_FILE,
  }),
  memory: () => ({ message: 'The file needs too much memory to be read.', fix: TRIM_FILE }),
  stopped: () => ({
    message: 'Reading stopped unexpectedly.',
    fix: 'Upload the file once more. If it happens again, write to us and send us the file.',
  }),
}
const TOO_LARGE: Readonly<Record<string, (limit: string) => string>> = {
  file: limit => `The file is larger than ${limit} MB.`,
  content: limit => `Unpacked, the file is larger than ${limit} MB.`,
  rows: limit => `A sheet has more than ${formatCount(limit, 'en')} rows.`,
  columns: limit => `A row has more than ${formatCount(limit, 'en')} columns.`,
  cells: limit => `The file has more than ${formatCount(limit, 'en')} cells.`,
  texts: limit => `The texts of the file are larger than ${limit} MB.`,
}
const FORMATS: Readonly<Record<string, string>> = {
  xls: 'an old Excel file (.xls)',
  xlsb: 'a binary Excel file (.xlsb)',
  odf: 'an OpenDocument file other than a spreadsheet',
  word: 'a Word document',
  pdf: 'a PDF',
  html: 'a web page',
  xml: 'an XML file',
  text: 'a text without columns',
  archive: 'an archive',
  image: 'a picture',
}
const CODE_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  missing: () => 'Fill in the six-digit code.',
  letter: suggestion => `It looks like a letter in place of a digit. Write ${suggestion}.`,
  leading_zero: suggestion =>
    `Excel removed the zero in front. Write ${suggestion} as text, or download the report again and do not open it in Excel.`,
  date: () => 'Excel turned it into a date. Format the cell as text and write the six digits.',
  dotted: suggestion => `Write it without dots: ${suggestion}.`,
  length: () => 'A code has six digits, such as 650301. Compare it with the row in Forexebug.',
}
const AMOUNT_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  letter_o: suggestion => `It looks like the letter O in place of the digit 0. Write ${lei(suggestion)}.`,
  letter_for_digit: suggestion =>
    `It looks like a letter (O, l, I, S, B) in place of a digit. Write ${lei(suggestion)}.`,
  scientific: () =>
    'Excel shortened the number and lost its digits. Download the report again, or write the whole amount.',
  date: () => 'It looks like a date. Format the cell as a number and write the amount from Forexebug.',
  cell_error: () => 'The formula in the cell gives an error. Replace it with the amount.',
  two_numbers: () => 'It looks like two numbers in one cell. Leave only the amount of the row.',
}
const WRONG_DATES: Readonly<Record<string, string>> = {
  not_a_date: 'is not a date of the calendar.',
  not_month_end: 'is not the last day of a month.',
  too_old: 'is too old for an execution report.',
}
const FACTS: Readonly<Record<string, string>> = {
  type: 'type',
  date: 'date',
  sector: 'sector',
  entity: 'fiscal code',
}

export const ENGLISH: IssueTexts = {
  ...CSV_TEXTS_EN,
  file_empty: () => ({ message: 'The file is empty.', fix: DOWNLOAD_AGAIN }),
  file_unreadable: ({ reason, detail }) =>
    UNREADABLE[reason]?.(detail) ?? { message: 'The file is damaged and cannot be read.', fix: SAVE_AGAIN },
  file_too_large: ({ what, limit }) => ({
    message: TOO_LARGE[what]?.(limit) ?? 'The file is too large.',
    fix: TRIM_FILE,
  }),
  file_type_unknown: ({ kind: format }) => ({
    message: `The file is ${FORMATS[format] ?? 'of an unknown kind'}, not an .xlsx, an .ods or a .csv.`,
    fix: ['xls', 'xlsb'].includes(format)
      ? 'Open it in Excel or LibreOffice, save it as .xlsx and upload it again.'
      : 'Upload the report as .xlsx or .csv, as Forexebug gives it.',
  }),
  file_protected: () => ({
    message: 'The file is protected with a password.',
    fix: 'Open it in Excel, remove the password (File › Info › Protect Workbook), save it and upload it again.',
  }),
  report_not_recognised: ({ sheets }) => ({
    message: `No execution report was found${sheets ? ` in the sheets: ${sheets}` : ''}.`,
    fix: 'The file needs the Treasury’s header: Tip Indicator, Sursa finantare, Clasificatie Functionala, Executie Cumulat. Upload the export FXB-EXB-900 or FXB-EXB-901.',
  }),
  header_missing: ({ header }) => ({
    message: `The column ${quote(header)} is missing.`,
    fix: 'Put the column back with its title, or download the report again.',
  }),
  header_doubled: ({ header, other }) => ({
    message: `The column ${quote(header)} appears twice (also in ${other}).`,
    fix: 'Keep one column with this title: we cannot know which is the right one.',
  }),
  report_type_missing: () => ({
    message: 'The file does not say which report it is.',
    fix: 'Write FXB-EXB-900 or FXB-EXB-901 below the table, or upload the file under the name that Forexebug gave it.',
  }),
  report_type_unknown: ({ type }) => ({
    message: `The report is an ${type}; here FXB-EXB-900 and FXB-EXB-901 are submitted.`,
    fix: 'Download the execution report (900 or 901) from Forexebug and upload it.',
  }),
  date_missing: () => ({
    message: 'The report has no date.',
    fix: 'Above the table there must be a row “LA DATA:”, for example LA DATA: 30-JUN-26.',
  }),
  date_wrong: ({ reason }, value) => ({
    message: `The date ${quote(value)} ${WRONG_DATES[reason] ?? 'is wrong.'}`,
    fix: 'Write the last day of the month reported, for example LA DATA: 30-JUN-26, or download the report again.',
  }),
  date_in_future: ({ date, today }) => ({
    message: `The report is for ${day(date)}, but today is ${day(today)}.`,
    fix: 'Check the date: execution is reported after the month has ended.',
  }),
  facts_differ: ({ what, first, second, other }) => ({
    message: `The sheet states the ${FACTS[what] ?? what} twice, and differently: ${quote(first)}, then ${quote(second)} (${other}).`,
    fix: 'A sheet holds one report. Split the reports into files and upload them one by one.',
  }),
  sector_missing: () => ({
    message: 'The budget sector is missing.',
    fix: 'Above the table there must be a row “Sector bugetar:”, for example Sector bugetar: 02 - Bugetul local.',
  }),
  entity_missing: () => ({
    message: 'The report does not say whose execution it is.',
    fix: 'Above the table there must be “Cod Fiscal IP:” and “Denumire IP:”.',
  }),
  entity_check_digit: ({ cui }) => ({
    message: `The fiscal code ${cui} is wrong: its check digit does not fit.`,
    fix: 'Compare it with the certificate of fiscal registration: a digit is missing or changed.',
  }),
  entity_unknown: ({ cui, name }) => ({
    message: `The institution with fiscal code ${cui}${name ? ` (${name})` : ''} is not registered here.`,
    fix: 'Check the code. If it is right, ask the administrator to add the institution.',
  }),
  entity_not_permitted: ({ cui, name }) => ({
    message: `You cannot submit reports for ${name || 'the institution'} (${cui}).`,
    fix: 'Upload your own institution’s report, or ask the administrator for the right to submit for this one.',
  }),
  entity_differs_from_file_name: ({ cui, fileCui }) => ({
    message: `The sheet has fiscal code ${cui}, the file name ${fileCui}.`,
    fix: 'Check that it is the right file. If the sheet is right, give the file the name it had from Forexebug.',
  }),
  entity_differs_from_request: ({ cui, expected }) => ({
    message: `The report is of institution ${cui}, but you chose ${expected}.`,
    fix: 'Choose the institution of the report, or upload the file of the one you chose.',
  }),
  type_differs_from_request: ({ type, expected }) => ({
    message: `The file is an ${type}, but you chose ${expected}.`,
    fix: 'Choose the type of the file, or upload a report of the type you chose.',
  }),
  date_differs_from_file_name: ({ date, fileDate }) => ({
    message: `The date in the sheet is ${day(date)}, in the file name ${day(fileDate)}.`,
    fix: 'The date in the sheet counts. If it is not the right one, upload another file.',
  }),
  type_differs_from_file_name: ({ type, fileType }) => ({
    message: `The sheet says ${type}, the file name ${fileType}.`,
    fix: 'The type in the sheet counts. If it is not the right one, upload another file.',
  }),
  sector_differs_from_file_name: ({ sector, fileSector }) => ({
    message: `The sector in the sheet is ${sector}, in the file name ${fileSector}.`,
    fix: 'The sector in the sheet counts. If it is not the right one, upload another file.',
  }),
  kind_unknown: (_, value) => ({
    message: value
      ? `${quote(value)} is neither revenue nor expenditure.`
      : 'The row does not say whether it is revenue or expenditure.',
    fix: 'Write Venit or Cheltuiala in the column “Tip Indicator”, or delete the row if it is not part of the report.',
  }),
  code_malformed: ({ which, hint, suggestion }, value) => ({
    message: value
      ? `The ${which} code ${quote(value)} does not have six digits.`
      : `The ${which} code is missing.`,
    fix:
      CODE_HINTS[hint]?.(suggestion) ??
      'A code has six digits, such as 650301. Compare it with the row in Forexebug.',
  }),
  code_unknown: ({ which, code, name, rows: count, cells }) => ({
    message: `Unknown ${which === 'functional' ? 'functional' : 'economic'} code ${code}${name ? `, ${quote(name)}` : ''}: ${rows(count)}${place(cells)}.`,
    fix: 'It is kept with its name in the file and does not stop the submission. Check that it is not a slip.',
  }),
  economic_code_missing: () => ({
    message: 'The expenditure has no economic code.',
    fix: 'Fill in the six-digit economic code, for example 200130.',
  }),
  economic_code_on_revenue: ({ code, rows: count, cells }) => ({
    message: `Revenue has no economic code, but here it says ${code}: ${rows(count)}${place(cells)}.`,
    fix: 'The code is left out. Check whether the row is in fact expenditure.',
  }),
  source_missing: () => ({
    message: 'The row has no funding source.',
    fix: 'Fill in the source, for example “A-Integral de la buget”.',
  }),
  source_unknown: ({ source, rows: count, cells }, value) =>
    source
      ? {
          message: `Unknown funding source ${quote(source)}: ${rows(count)}${place(cells)}.`,
          fix: 'It is kept with its text in the file and does not stop the submission. Check that it is not a slip.',
        }
      : {
          message: `${quote(value)} is not a funding source.`,
          fix: 'A source begins with a letter and a hyphen, for example “A-Integral de la buget”.',
        },
  section_unknown: (_, value) => ({
    message: `${quote(value)} is not a section.`,
    fix: 'Write “F - FUNCTIONARE” or “D - DEZVOLTARE”.',
  }),
  section_missing: ({ rows: count, cells }) => ({
    message: `Expenditure without a section: ${rows(count)}${place(cells)}.`,
    fix: 'It is published without one. If you know the section, write F or D in the column “Sectiune”.',
  }),
  amount_missing: ({ hint }) => ({
    message: 'The row has no amount.',
    fix:
      hint === 'formula'
        ? 'The cell holds a formula without a saved result. Open the file in Excel, save it and upload it again.'
        : 'Write the amount. If nothing was collected or paid, write 0.00: a blank is not a zero.',
  }),
  amount_not_number: ({ hint, suggestion }, value) => ({
    message: `${quote(value)} is not a number.`,
    fix: AMOUNT_HINTS[hint]?.(suggestion) ?? 'Write the amount in digits only, for example 12,480.00.',
  }),
  amount_ambiguous: ({ first, second }, value) => ({
    message: `${quote(value)} may mean ${lei(first)} or ${lei(second)}.`,
    fix: 'Write the amount with two decimals to make it clear, or format the cell as a number.',
  }),
  amount_decimals: (_, value) => ({
    message: `${quote(value)} has more than two decimals.`,
    fix: 'Amounts are in lei and bani. Write the amount with two decimals at most, the one in Forexebug.',
  }),
  amount_too_large: ({ limit }, value) => ({
    message: `${quote(value)} is more than an execution amount can be (${lei(limit)} lei).`,
    fix: 'Check whether two numbers ran together or the decimal mark was lost.',
  }),
  line_duplicate: ({ other, functional, economic, source, section }) => ({
    message: `The same line is also at ${other}: ${lineName(functional, economic)}, source ${source}${section ? `, section ${section}` : ''}.`,
    fix: 'Keep one of the rows. If they are two different amounts, correct the wrong code.',
  }),
  no_lines: () => ({
    message: 'The report has a header, but no row with an amount.',
    fix: 'Download the report again. If the institution really had no execution, write to us.',
  }),
  control_total_missing: ({ kind: name }) => ({
    message: `The row ${quote(`${kind(name)}:`)} is missing.`,
    fix: 'Without it nobody can tell whether the file is complete. Download the report again.',
  }),
  control_total_doubled: ({ kind: name, first, second, other }) => ({
    message: `${quote(`${kind(name)}:`)} appears twice with different amounts: ${lei(first)} and ${lei(second)} (${other}).`,
    fix: 'Keep one total, that of the whole report.',
  }),
  control_total_differs: ({ kind: name, sum, control, difference, unreadable }) => ({
    message: `${kind(name)} is not the sum of the rows: the rows give ${lei(sum)}, the file says ${lei(control)}, a difference of ${lei(difference.replace(/^-/, ''))} lei.`,
    fix: unreadable
      ? `The sum leaves out the rows with errors (${rows(unreadable)}). Correct those first, then the total is checked again.`
      : 'Export the report again, or look for the row that is missing or has a changed amount.',
  }),
  cumulative_falls: ({ previous, current, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)}: the cumulative amount falls from ${lei(previous)} (${day(previousDate)}) to ${lei(current)}.`,
    fix: 'From month to month the year’s amount grows. Check the row; if it is a correction, confirm it.',
  }),
  line_disappears: ({ previous, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)} had ${lei(previous)} on ${day(previousDate)} and is no longer in the report.`,
    fix: 'Check whether the row was lost; if the amount was moved to another code, confirm it.',
  }),
  section_transfers_differ: ({ given, received, difference }) => ({
    message: `37.03 (${lei(given)}) and 37.04 (${lei(received)}) are the same money moved between the sections, yet together they give ${lei(difference)} instead of 0.`,
    fix: 'Check the two rows; if they are so in Forexebug, confirm it.',
  }),
  subtotal_rows_skipped: ({ rows: count, cells }) => ({
    message: `Subtotals were left aside: ${rows(count)}${place(cells)}. Added up, they would count twice.`,
    fix: 'Check that they are indeed subtotals, and confirm it.',
  }),
  report_in_two_sheets: ({ first, other }) => ({
    message: `The same report is in the sheets ${quote(first)} and ${quote(other)}.`,
    fix: 'Nothing to do: it is read once, from the first.',
  }),
  sheets_differ: ({ first, other, cells }) => ({
    message: `The sheets ${quote(first)} and ${quote(other)} hold different reports${place(cells)}.`,
    fix: 'Delete the sheet that is not right. Different reports are uploaded as separate files.',
  }),
  hidden_sheet_skipped: ({ sheet }) => ({
    message: `The hidden sheet ${quote(sheet)} holds a report and is not read.`,
    fix: 'If that is the right report, unhide the sheet in Excel, save the file and upload it again.',
  }),
  hidden_rows_read: ({ rows: count, cells }) => ({
    message: `The report has ${rows(count)} in hidden rows or columns${place(cells)}; they were read as well.`,
    fix: 'Unhide them in Excel and check them, then confirm.',
  }),
  macros_ignored: () => ({
    message: 'The file contains macros. They were neither run nor kept.',
    fix: 'Nothing to do: only the cells are read.',
  }),
  links_not_followed: () => ({
    message:
      'The file takes data from other files or sources. Those were not opened: the values saved in it were read.',
    fix: 'Update the links in Excel and save the file, or check that the values are the ones you want, then confirm.',
  }),
  formulas_not_saved: ({ rows: count, cells }) => ({
    message: `${count === '1' ? 'A formula has' : `${formatCount(count, 'en')} formulas have`} no saved result${place(cells)}, so the cells count as empty.`,
    fix: 'Open the file in Excel or LibreOffice, save it so that the results are stored, and upload it again.',
  }),
  issues_cut: ({ shown }) => ({
    message: `There are too many errors: the first ${formatCount(shown, 'en')} are kept.`,
    fix: 'They usually have one cause. Correct it and upload the file again.',
  }),
}

import { CSV_TEXTS_RO } from './csv/issue-texts-ro.ts'
import { formatAmount, formatCount, formatDay } from './format-amount.ts'
import type { IssueTexts } from './issue-catalogue.ts'

const lei = (decimal: string): string => formatAmount(decimal, 'ro')
const day = (iso: string): string => formatDay(iso, 'ro')
const quote = (text: string): string => `„${text}”`

/** "3 rânduri", "20 de rânduri". */
function several(count: string, noun: string): string {
  const tail = Number(count) % 100
  return `${formatCount(count, 'ro')} ${tail === 0 || tail >= 20 ? 'de ' : ''}${noun}`
}
const rows = (count: string): string => (count === '1' ? 'un rând' : several(count, 'rânduri'))
const formulas = (count: string): string => several(count, 'formule')
const KIND: Readonly<Record<string, string>> = { revenue: 'TOTAL VENITURI', expenditure: 'TOTAL CHELTUIELI' }
const kind = (name: string): string => KIND[name] ?? name
const lineName = (functional: string, economic: string): string =>
  economic ? `${functional} / ${economic}` : functional
const place = (cells: string): string => (cells ? ` (${cells})` : '')

const DOWNLOAD_AGAIN = 'Descarcă raportul din nou din Forexebug și încarcă-l așa cum l-ai primit.'
const SAVE_AGAIN =
  'Deschide fișierul în Excel sau LibreOffice, salvează-l din nou ca .xlsx și încarcă-l. Dacă nu se deschide nici acolo, descarcă raportul din nou.'
const TRIM_FILE = 'Verifică dacă ai ales fișierul potrivit și lasă în el numai foaia raportului.'
const CLOSE_OFF =
  'Deschide fișierul în Excel, îndreaptă rândul și salvează-l din nou, sau încarcă raportul ca .xlsx.'

const UNREADABLE: Readonly<Record<string, (detail: string) => { message: string; fix: string }>> = {
  part_missing: detail => ({ message: `Fișierului îi lipsește o parte${place(detail)}.`, fix: SAVE_AGAIN }),
  xml: detail => ({ message: `Foaia de calcul este deteriorată (${detail}).`, fix: SAVE_AGAIN }),
  quotes: detail => ({
    message: `Ghilimelele de la rândul ${detail} nu se închid, așa că nu se știe unde se termină celula.`,
    fix: CLOSE_OFF,
  }),
  nul: detail => ({ message: `Rândul ${detail} conține un caracter nul.`, fix: CLOSE_OFF }),
  encoding: detail => ({
    message: `Textul nu poate fi citit: literele sunt codate greșit (rândul ${detail}).`,
    fix: 'Salvează fișierul din nou, alegând „CSV UTF-8”.',
  }),
  long_record: detail => ({ message: `Rândul ${detail} este prea lung pentru un tabel.`, fix: CLOSE_OFF }),
  time: detail => ({
    message: `Citirea a fost oprită după ${detail} s: fișierul nu seamănă cu un raport.`,
    fix: TRIM_FILE,
  }),
  memory: () => ({ message: 'Fișierul cere prea multă memorie ca să fie citit.', fix: TRIM_FILE }),
  stopped: () => ({
    message: 'Citirea s-a oprit pe neașteptate.',
    fix: 'Încarcă fișierul încă o dată. Dacă se repetă, scrie-ne și trimite-ne fișierul.',
  }),
}
const TOO_LARGE: Readonly<Record<string, (limit: string) => string>> = {
  file: limit => `Fișierul depășește ${limit} MB.`,
  content: limit => `Dezarhivat, fișierul depășește ${limit} MB.`,
  rows: limit => `O foaie are peste ${formatCount(limit, 'ro')} de rânduri.`,
  columns: limit => `Un rând are peste ${formatCount(limit, 'ro')} de coloane.`,
  cells: limit => `Fișierul are peste ${formatCount(limit, 'ro')} de celule.`,
  texts: limit => `Textele din fișier depășesc ${limit} MB.`,
}
const FORMATS: Readonly<Record<string, string>> = {
  xls: 'un fișier Excel vechi (.xls)',
  xlsb: 'un fișier Excel binar (.xlsb)',
  odf: 'un fișier OpenDocument care nu este foaie de calcul',
  word: 'un document Word',
  pdf: 'un PDF',
  html: 'o pagină web',
  xml: 'un fișier XML',
  text: 'un text fără coloane',
  archive: 'o arhivă',
  image: 'o imagine',
}
const CODE_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  missing: () => 'Completează codul de șase cifre.',
  letter: suggestion => `Pare o literă în loc de cifră. Scrie ${suggestion}.`,
  leading_zero: suggestion =>
    `Excel a șters zeroul din față. Scrie ${suggestion} ca text, sau descarcă raportul din nou și nu îl deschide în Excel.`,
  date: () => 'Excel l-a transformat în dată. Formatează celula ca text și scrie cele șase cifre.',
  dotted: suggestion => `Scrie-l fără puncte: ${suggestion}.`,
  length: () => 'Codul are șase cifre, de pildă 650301. Compară cu rândul din Forexebug.',
}
const AMOUNT_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  letter_o: suggestion => `Pare litera O în loc de cifra 0. Scrie ${lei(suggestion)}.`,
  letter_for_digit: suggestion =>
    `Pare o literă (O, l, I, S, B) în loc de o cifră. Scrie ${lei(suggestion)}.`,
  scientific: () =>
    'Excel a prescurtat numărul și i-a pierdut cifrele. Descarcă raportul din nou sau scrie suma întreagă.',
  date: () => 'Pare o dată. Formatează celula ca număr și scrie suma din Forexebug.',
  cell_error: () => 'Formula din celulă dă eroare. Înlocuiește-o cu suma.',
  two_numbers: () => 'Par două numere într-o celulă. Lasă numai suma rândului.',
}
const WRONG_DATES: Readonly<Record<string, string>> = {
  not_a_date: 'nu este o dată din calendar.',
  not_month_end: 'nu este ultima zi a unei luni.',
  too_old: 'este prea veche pentru un raport de execuție.',
}
const FACTS: Readonly<Record<string, string>> = {
  type: 'tipul',
  date: 'data',
  sector: 'sectorul',
  entity: 'codul fiscal',
}

export const ROMANIAN: IssueTexts = {
  ...CSV_TEXTS_RO,
  file_empty: () => ({ message: 'Fișierul este gol.', fix: DOWNLOAD_AGAIN }),
  file_unreadable: ({ reason, detail }) =>
    UNREADABLE[reason]?.(detail) ?? {
      message: 'Fișierul este deteriorat și nu poate fi citit.',
      fix: SAVE_AGAIN,
    },
  file_too_large: ({ what, limit }) => ({
    message: TOO_LARGE[what]?.(limit) ?? 'Fișierul este prea mare.',
    fix: TRIM_FILE,
  }),
  file_type_unknown: ({ kind: format }) => ({
    message: `Fișierul este ${FORMATS[format] ?? 'de un fel necunoscut'}, nu un .xlsx, .ods sau .csv.`,
    fix: ['xls', 'xlsb'].includes(format)
      ? 'Deschide-l în Excel sau LibreOffice, salvează-l ca .xlsx și încarcă-l din nou.'
      : 'Încarcă raportul ca .xlsx sau .csv, așa cum îl dă Forexebug.',
  }),
  file_protected: () => ({
    message: 'Fișierul este protejat cu parolă.',
    fix: 'Deschide-l în Excel, scoate parola (Fișier › Informații › Protejare registru), salvează-l și încarcă-l din nou.',
  }),
  report_not_recognised: ({ sheets }) => ({
    message: `Nu am găsit un raport de execuție${sheets ? ` în foile: ${sheets}` : ''}.`,
    fix: 'Fișierul trebuie să aibă antetul Trezoreriei: Tip Indicator, Sursa finantare, Clasificatie Functionala, Executie Cumulat. Încarcă exportul FXB-EXB-900 sau FXB-EXB-901.',
  }),
  header_missing: ({ header }) => ({
    message: `Lipsește coloana ${quote(header)}.`,
    fix: 'Pune la loc coloana, cu titlul ei, sau descarcă raportul din nou.',
  }),
  header_doubled: ({ header, other }) => ({
    message: `Coloana ${quote(header)} apare de două ori (și în ${other}).`,
    fix: 'Păstrează o singură coloană cu acest titlu: nu putem ști care este cea bună.',
  }),
  report_type_missing: () => ({
    message: 'Nu scrie nicăieri ce raport este.',
    fix: 'Scrie FXB-EXB-900 sau FXB-EXB-901 sub tabel, ori încarcă fișierul cu numele dat de Forexebug.',
  }),
  report_type_unknown: ({ type }) => ({
    message: `Raportul este un ${type}, iar aici se depun FXB-EXB-900 și FXB-EXB-901.`,
    fix: 'Descarcă din Forexebug raportul de execuție (900 sau 901) și încarcă-l.',
  }),
  date_missing: () => ({
    message: 'Raportul nu are dată.',
    fix: 'Deasupra tabelului trebuie să stea rândul „LA DATA:”, de pildă LA DATA: 30-JUN-26.',
  }),
  date_wrong: ({ reason }, value) => ({
    message: `Data ${quote(value)} ${WRONG_DATES[reason] ?? 'este greșită.'}`,
    fix: 'Scrie ultima zi a lunii raportate, de pildă LA DATA: 30-JUN-26, sau descarcă raportul din nou.',
  }),
  date_in_future: ({ date, today }) => ({
    message: `Raportul este pentru ${day(date)}, dar astăzi este ${day(today)}.`,
    fix: 'Verifică data: execuția se raportează după ce luna s-a încheiat.',
  }),
  facts_differ: ({ what, first, second, other }) => ({
    message: `Foaia spune de două ori ${FACTS[what] ?? what}, și altfel: ${quote(first)}, apoi ${quote(second)} (${other}).`,
    fix: 'Într-o foaie stă un singur raport. Împarte rapoartele în fișiere și încarcă-le pe rând.',
  }),
  sector_missing: () => ({
    message: 'Nu scrie sectorul bugetar.',
    fix: 'Deasupra tabelului trebuie să stea rândul „Sector bugetar:”, de pildă Sector bugetar: 02 - Bugetul local.',
  }),
  entity_missing: () => ({
    message: 'Nu scrie a cui este execuția.',
    fix: 'Deasupra tabelului trebuie să stea „Cod Fiscal IP:” și „Denumire IP:”.',
  }),
  entity_check_digit: ({ cui }) => ({
    message: `Codul fiscal ${cui} este greșit: cifra de control nu se potrivește.`,
    fix: 'Compară-l cu certificatul de înregistrare fiscală: o cifră lipsește sau este schimbată.',
  }),
  entity_unknown: ({ cui, name }) => ({
    message: `Instituția cu codul fiscal ${cui}${name ? ` (${name})` : ''} nu este în evidență.`,
    fix: 'Verifică codul. Dacă este bun, cere administratorului să adauge instituția.',
  }),
  entity_not_permitted: ({ cui, name }) => ({
    message: `Nu poți depune rapoarte pentru ${name || 'instituția'} (${cui}).`,
    fix: 'Încarcă raportul instituției tale, sau cere administratorului dreptul de a depune pentru aceasta.',
  }),
  entity_differs_from_file_name: ({ cui, fileCui }) => ({
    message: `În foaie este codul fiscal ${cui}, în numele fișierului ${fileCui}.`,
    fix: 'Verifică dacă este fișierul potrivit. Dacă foaia are dreptate, dă-i fișierului numele primit de la Forexebug.',
  }),
  entity_differs_from_request: ({ cui, expected }) => ({
    message: `Raportul este al instituției ${cui}, dar ai ales ${expected}.`,
    fix: 'Alege instituția din raport, sau încarcă fișierul instituției alese.',
  }),
  type_differs_from_request: ({ type, expected }) => ({
    message: `Fișierul este un ${type}, dar ai ales ${expected}.`,
    fix: 'Alege tipul din fișier, sau încarcă raportul de tipul ales.',
  }),
  date_differs_from_file_name: ({ date, fileDate }) => ({
    message: `În foaie data este ${day(date)}, în numele fișierului ${day(fileDate)}.`,
    fix: 'Contează data din foaie. Dacă nu este cea bună, încarcă alt fișier.',
  }),
  type_differs_from_file_name: ({ type, fileType }) => ({
    message: `În foaie scrie ${type}, în numele fișierului ${fileType}.`,
    fix: 'Contează tipul din foaie. Dacă nu este cel bun, încarcă alt fișier.',
  }),
  sector_differs_from_file_name: ({ sector, fileSector }) => ({
    message: `În foaie sectorul este ${sector}, în numele fișierului ${fileSector}.`,
    fix: 'Contează sectorul din foaie. Dacă nu este cel bun, încarcă alt fișier.',
  }),
  kind_unknown: (_, value) => ({
    message: value
      ? `${quote(value)} nu este nici venit, nici cheltuială.`
      : 'Rândul nu spune dacă este venit sau cheltuială.',
    fix: 'Scrie Venit sau Cheltuiala în coloana „Tip Indicator”, sau șterge rândul dacă nu ține de raport.',
  }),
  code_malformed: ({ which, hint, suggestion }, value) => {
    const name = which === 'functional' ? 'Codul funcțional' : 'Codul economic'
    return {
      message: value ? `${name} ${quote(value)} nu are șase cifre.` : `${name} lipsește.`,
      fix:
        CODE_HINTS[hint]?.(suggestion) ??
        'Codul are șase cifre, de pildă 650301. Compară cu rândul din Forexebug.',
    }
  },
  code_unknown: ({ which, code, name, rows: count, cells }) => ({
    message: `Cod ${which === 'functional' ? 'funcțional' : 'economic'} necunoscut ${code}${name ? `, ${quote(name)}` : ''}: ${rows(count)}${place(cells)}.`,
    fix: 'Se păstrează cu denumirea din fișier; nu oprește depunerea. Verifică să nu fie o greșeală de scriere.',
  }),
  economic_code_missing: () => ({
    message: 'Cheltuiala nu are cod economic.',
    fix: 'Completează codul economic de șase cifre, de pildă 200130.',
  }),
  economic_code_on_revenue: ({ code, rows: count, cells }) => ({
    message: `Un venit nu are cod economic, dar aici scrie ${code}: ${rows(count)}${place(cells)}.`,
    fix: 'Codul nu se preia. Verifică dacă rândul nu este de fapt o cheltuială.',
  }),
  source_missing: () => ({
    message: 'Rândul nu are sursă de finanțare.',
    fix: 'Completează sursa, de pildă „A-Integral de la buget”.',
  }),
  source_unknown: ({ source, rows: count, cells }, value) =>
    source
      ? {
          message: `Sursă de finanțare necunoscută ${quote(source)}: ${rows(count)}${place(cells)}.`,
          fix: 'Se păstrează cu textul din fișier; nu oprește depunerea. Verifică să nu fie o greșeală de scriere.',
        }
      : {
          message: `${quote(value)} nu este o sursă de finanțare.`,
          fix: 'Sursa începe cu o literă urmată de cratimă, de pildă „A-Integral de la buget”.',
        },
  section_unknown: (_, value) => ({
    message: `${quote(value)} nu este o secțiune.`,
    fix: 'Scrie „F - FUNCTIONARE” sau „D - DEZVOLTARE”.',
  }),
  section_missing: ({ rows: count, cells }) => ({
    message: `Cheltuieli fără secțiune: ${rows(count)}${place(cells)}.`,
    fix: 'Se publică fără secțiune. Dacă știi secțiunea, scrie F sau D în coloana „Sectiune”.',
  }),
  amount_missing: ({ hint }) => ({
    message: 'Rândul nu are sumă.',
    fix:
      hint === 'formula'
        ? 'Celula are o formulă fără rezultat salvat. Deschide fișierul în Excel, salvează-l și încarcă-l din nou.'
        : 'Scrie suma. Dacă nu s-a încasat sau plătit nimic, scrie 0,00: un gol nu este zero.',
  }),
  amount_not_number: ({ hint, suggestion }, value) => ({
    message: `${quote(value)} nu este un număr.`,
    fix: AMOUNT_HINTS[hint]?.(suggestion) ?? 'Scrie suma numai cu cifre, de pildă 12.480,00.',
  }),
  amount_ambiguous: ({ first, second }, value) => ({
    message: `${quote(value)} se poate citi ca ${lei(first)} sau ca ${lei(second)}.`,
    fix: 'Scrie suma cu două zecimale, ca să fie limpede, sau formatează celula ca număr.',
  }),
  amount_decimals: (_, value) => ({
    message: `${quote(value)} are mai mult de două zecimale.`,
    fix: 'Sumele sunt în lei și bani. Scrie suma cu cel mult două zecimale, cea din Forexebug.',
  }),
  amount_too_large: ({ limit }, value) => ({
    message: `${quote(value)} este mai mult decât poate fi o sumă din execuție (${lei(limit)} lei).`,
    fix: 'Verifică dacă nu s-au lipit două numere sau nu s-a pierdut virgula.',
  }),
  line_duplicate: ({ other, functional, economic, source, section }) => ({
    message: `Același rând este și la ${other}: ${lineName(functional, economic)}, sursa ${source}${section ? `, secțiunea ${section}` : ''}.`,
    fix: 'Păstrează un singur rând. Dacă sunt două sume diferite, îndreaptă codul greșit.',
  }),
  no_lines: () => ({
    message: 'Raportul are antet, dar niciun rând cu sume.',
    fix: 'Descarcă raportul din nou. Dacă instituția chiar nu a avut execuție, scrie-ne.',
  }),
  control_total_missing: ({ kind: name }) => ({
    message: `Lipsește rândul ${quote(`${kind(name)}:`)}.`,
    fix: 'Fără el nu se poate verifica dacă fișierul este întreg. Descarcă raportul din nou.',
  }),
  control_total_doubled: ({ kind: name, first, second, other }) => ({
    message: `${quote(`${kind(name)}:`)} apare de două ori, cu sume diferite: ${lei(first)} și ${lei(second)} (${other}).`,
    fix: 'Păstrează un singur total, cel al întregului raport.',
  }),
  control_total_differs: ({ kind: name, sum, control, difference, unreadable }) => ({
    message: `${kind(name)} nu este suma rândurilor: rândurile dau ${lei(sum)}, fișierul spune ${lei(control)}, diferență ${lei(difference.replace(/^-/, ''))} lei.`,
    fix: unreadable
      ? `Din sumă lipsesc rândurile cu greșeli (${rows(unreadable)}). Îndreaptă-le întâi, apoi totalul se verifică din nou.`
      : 'Refă exportul, sau caută rândul care lipsește ori are suma schimbată.',
  }),
  cumulative_falls: ({ previous, current, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)}: suma cumulată scade de la ${lei(previous)} (${day(previousDate)}) la ${lei(current)}.`,
    fix: 'De la o lună la alta suma anului crește. Verifică rândul; dacă este o corectură, confirmă.',
  }),
  line_disappears: ({ previous, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)} avea ${lei(previous)} la ${day(previousDate)} și nu mai este în raport.`,
    fix: 'Verifică dacă rândul nu s-a pierdut; dacă suma a fost mutată pe alt cod, confirmă.',
  }),
  section_transfers_differ: ({ given, received, difference }) => ({
    message: `37.03 (${lei(given)}) și 37.04 (${lei(received)}) sunt aceiași bani, mutați între secțiuni, dar împreună dau ${lei(difference)} în loc de 0.`,
    fix: 'Verifică cele două rânduri; dacă așa sunt în Forexebug, confirmă.',
  }),
  subtotal_rows_skipped: ({ rows: count, cells }) => ({
    message: `Am lăsat deoparte ${rows(count)} de subtotal${place(cells)}: adunate, ar fi numărat de două ori.`,
    fix: 'Verifică dacă sunt într-adevăr subtotaluri și confirmă.',
  }),
  report_in_two_sheets: ({ first, other }) => ({
    message: `Același raport este în foile ${quote(first)} și ${quote(other)}.`,
    fix: 'Nu ai nimic de făcut: îl citim o dată, din prima.',
  }),
  sheets_differ: ({ first, other, cells }) => ({
    message: `Foile ${quote(first)} și ${quote(other)} conțin rapoarte diferite${place(cells)}.`,
    fix: 'Șterge foaia care nu este bună. Rapoartele diferite se încarcă în fișiere separate.',
  }),
  hidden_sheet_skipped: ({ sheet }) => ({
    message: `Foaia ascunsă ${quote(sheet)} conține un raport și nu se citește.`,
    fix: 'Dacă acela este raportul bun, afișează foaia în Excel, salvează și încarcă din nou.',
  }),
  hidden_rows_read: ({ rows: count, cells }) => ({
    message: `Raportul are ${rows(count)} în rânduri sau coloane ascunse${place(cells)}; au fost citite și ele.`,
    fix: 'Afișează-le în Excel și verifică-le, apoi confirmă.',
  }),
  macros_ignored: () => ({
    message: 'Fișierul conține macrocomenzi. Nu au fost nici rulate, nici păstrate.',
    fix: 'Nu ai nimic de făcut: se citesc numai celulele.',
  }),
  links_not_followed: () => ({
    message:
      'Fișierul preia date din alte fișiere sau surse. Acestea nu au fost deschise: s-au citit valorile salvate în el.',
    fix: 'Actualizează legăturile în Excel și salvează fișierul, sau verifică valorile, apoi confirmă.',
  }),
  formulas_not_saved: ({ rows: count, cells }) => ({
    message: `${count === '1' ? 'O formulă nu are' : `${formulas(count)} nu au`} rezultatul salvat${place(cells)}, așa că celulele sunt considerate goale.`,
    fix: 'Deschide fișierul în Excel sau LibreOffice, salvează-l ca să se păstreze rezultatele și încarcă-l din nou.',
  }),
  issues_cut: ({ shown }) => ({
    message: `Sunt prea multe greșeli: se păstrează primele ${formatCount(shown, 'ro')}.`,
    fix: 'De obicei au o singură cauză. Îndreapt-o și încarcă fișierul din nou.',
  }),
}

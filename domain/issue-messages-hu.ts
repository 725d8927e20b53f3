import { CSV_TEXTS_HU } from './csv/issue-texts-hu.ts'
import { formatAmount, formatCount, formatDay } from './format-amount.ts'
import type { IssueTexts } from './issue-catalogue.ts'

const lei = (decimal: string): string => formatAmount(decimal, 'hu')
const day = (iso: string): string => formatDay(iso, 'hu')
const quote = (text: string): string => `„${text}”`
const rows = (count: string): string => (count === '1' ? 'egy sor' : `${formatCount(count, 'hu')} sor`)

/** The article fits the word as spoken: "az 5", "az 1000" (ezer), "az FXB" (ef-ix-bé), but "a 10", "a Munka1". */
function article(text: string): 'a' | 'az' {
  const word = text.replace(/^[^\p{L}\d]+/u, '')
  const digits = /^\d+/.exec(word)?.[0]
  if (digits)
    return digits.startsWith('5') || (digits.startsWith('1') && digits.length % 3 === 1) ? 'az' : 'a'
  if (/^[BCDGJKPQTUVWZ]?[A-Z]{2,}(?:[-_ \d]|$)/.test(word)) return /^[AEFILMNORSUXY]/.test(word) ? 'az' : 'a'
  return /^[aáeéiíoóöőuúüű]/i.test(word) ? 'az' : 'a'
}
const the = (text: string): string => `${article(text)} ${text}`
const The = (text: string): string => `${article(text) === 'az' ? 'Az' : 'A'} ${text}`

const KIND: Readonly<Record<string, string>> = { revenue: 'TOTAL VENITURI', expenditure: 'TOTAL CHELTUIELI' }
const kind = (name: string): string => KIND[name] ?? name
const lineName = (functional: string, economic: string): string =>
  economic ? `${functional} / ${economic}` : functional
const place = (cells: string): string => (cells ? ` (${cells})` : '')

const DOWNLOAD_AGAIN = 'Töltse le újra a jelentést a Forexebugból, és töltse fel úgy, ahogy kapta.'
const SAVE_AGAIN =
  'Nyissa meg Excelben vagy LibreOffice-ban, mentse el újra .xlsx formátumban, és töltse fel. Ha ott sem nyílik meg, töltse le újra a jelentést.'
const TRIM_FILE =
  'Ellenőrizze, hogy a megfelelő fájlt választotta-e, és csak a jelentés munkalapját hagyja benne.'
const CLOSE_OFF =
  'Nyissa meg a fájlt Excelben, javítsa ki a sort, és mentse el újra, vagy töltse fel a jelentést .xlsx formátumban.'

const UNREADABLE: Readonly<Record<string, (detail: string) => { message: string; fix: string }>> = {
  part_missing: detail => ({ message: `A táblázatfájl egy része hiányzik (${detail}).`, fix: SAVE_AGAIN }),
  xml: detail => ({ message: `A táblázatfájl sérült (${detail}).`, fix: SAVE_AGAIN }),
  quotes: detail => ({
    message: `${The(detail)}. sorban az idézőjel nincs lezárva, ezért nem tudni, hol ér véget a cella.`,
    fix: CLOSE_OFF,
  }),
  nul: detail => ({ message: `${The(detail)}. sorban null karakter van.`, fix: CLOSE_OFF }),
  encoding: detail => ({
    message: `A szöveg nem olvasható: hibás a betűk kódolása (${detail}. sor).`,
    fix: 'Mentse el újra a fájlt „CSV UTF-8” formátumban.',
  }),
  long_record: detail => ({ message: `${The(detail)}. sor túl hosszú egy táblázathoz.`, fix: CLOSE_OFF }),
  time: detail => ({
    message: `Az olvasást ${detail} másodperc után leállítottuk: a fájl nem hasonlít jelentésre.`,
    fix: TRIM_FILE,
  }),
  memory: () => ({ message: 'A fájl beolvasásához túl sok memória kellene.', fix: TRIM_FILE }),
  stopped: () => ({
    message: 'Az olvasás váratlanul megszakadt.',
    fix: 'Töltse fel a fájlt még egyszer. Ha megismétlődik, írjon nekünk, és küldje el a fájlt.',
  }),
}
const TOO_LARGE: Readonly<Record<string, (limit: string) => string>> = {
  file: limit => `A fájl nagyobb, mint ${limit} MB.`,
  content: limit => `Kicsomagolva a fájl nagyobb, mint ${limit} MB.`,
  rows: limit => `Az egyik munkalapon több mint ${formatCount(limit, 'hu')} sor van.`,
  columns: limit => `Az egyik sorban több mint ${formatCount(limit, 'hu')} oszlop van.`,
  cells: limit => `A fájlban több mint ${formatCount(limit, 'hu')} cella van.`,
  texts: limit => `A fájl szövegei meghaladják a ${limit} MB-ot.`,
}
const FORMATS: Readonly<Record<string, string>> = {
  xls: 'régi Excel-fájl (.xls)',
  xlsb: 'bináris Excel-fájl (.xlsb)',
  odf: 'OpenDocument-fájl, de nem táblázat',
  word: 'Word-dokumentum',
  pdf: 'PDF',
  html: 'weboldal',
  xml: 'XML-fájl',
  text: 'szöveg, oszlopok nélkül',
  archive: 'tömörített állomány',
  image: 'kép',
}
const CODE_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  missing: () => 'Írja be a hatjegyű kódot.',
  letter: suggestion => `Úgy tűnik, betű áll számjegy helyett. Írja be: ${suggestion}.`,
  leading_zero: suggestion =>
    `Az Excel törölte az elöl álló nullát. Írja be szövegként: ${suggestion}, vagy töltse le újra a jelentést, és ne nyissa meg Excelben.`,
  date: () => 'Az Excel dátummá alakította. Állítsa a cellát szöveg formátumra, és írja be a hat számjegyet.',
  dotted: suggestion => `Írja pontok nélkül: ${suggestion}.`,
  length: () => 'A kód hat számjegyből áll, például 650301. Vesse össze a Forexebug megfelelő sorával.',
}
const AMOUNT_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  letter_o: suggestion => `Úgy tűnik, O betű áll a 0 számjegy helyett. Írja be: ${lei(suggestion)}.`,
  letter_for_digit: suggestion =>
    `Úgy tűnik, betű (O, l, I, S, B) áll számjegy helyett. Írja be: ${lei(suggestion)}.`,
  scientific: () =>
    'Az Excel lerövidítette a számot, és számjegyek vesztek el. Töltse le újra a jelentést, vagy írja be a teljes összeget.',
  date: () =>
    'Dátumnak látszik. Állítsa a cellát szám formátumra, és írja be a Forexebugban szereplő összeget.',
  cell_error: () => 'A cella képlete hibát ad. Írja be helyette az összeget.',
  two_numbers: () => 'Két szám látszik egy cellában. Csak a sor összegét hagyja benne.',
}
const WRONG_DATES: Readonly<Record<string, string>> = {
  not_a_date: 'nem létező dátum.',
  not_month_end: 'nem a hónap utolsó napja.',
  too_old: 'túl régi egy végrehajtási jelentéshez.',
}
const FACTS: Readonly<Record<string, string>> = {
  type: 'a típust',
  date: 'a dátumot',
  sector: 'a szektort',
  entity: 'az adóazonosítót',
}

export const HUNGARIAN: IssueTexts = {
  ...CSV_TEXTS_HU,
  file_empty: () => ({ message: 'A fájl üres.', fix: DOWNLOAD_AGAIN }),
  file_unreadable: ({ reason, detail }) =>
    UNREADABLE[reason]?.(detail) ?? { message: 'A fájl sérült, nem olvasható.', fix: SAVE_AGAIN },
  file_too_large: ({ what, limit }) => ({
    message: TOO_LARGE[what]?.(limit) ?? 'A fájl túl nagy.',
    fix: TRIM_FILE,
  }),
  file_type_unknown: ({ kind: format }) => ({
    message: FORMATS[format]
      ? `Ez ${FORMATS[format]}, nem .xlsx, .ods vagy .csv.`
      : 'Ismeretlen fájltípus: nem .xlsx, .ods vagy .csv.',
    fix: ['xls', 'xlsb'].includes(format)
      ? 'Nyissa meg Excelben vagy LibreOffice-ban, mentse el .xlsx formátumban, és töltse fel újra.'
      : 'A jelentést .xlsx vagy .csv formátumban töltse fel, ahogy a Forexebug adja.',
  }),
  file_protected: () => ({
    message: 'A fájlt jelszó védi.',
    fix: 'Nyissa meg Excelben, távolítsa el a jelszót (Fájl › Információ › Munkafüzet védelme), mentse el, és töltse fel újra.',
  }),
  report_not_recognised: ({ sheets }) => ({
    message: `Nem találtunk végrehajtási jelentést${sheets ? ` ezeken a munkalapokon: ${sheets}` : ''}.`,
    fix: 'A fájlban szerepelnie kell a kincstári fejlécnek: Tip Indicator, Sursa finantare, Clasificatie Functionala, Executie Cumulat. Az FXB-EXB-900 vagy FXB-EXB-901 exportot töltse fel.',
  }),
  header_missing: ({ header }) => ({
    message: `Hiányzik ${the(quote(header))} oszlop.`,
    fix: 'Tegye vissza az oszlopot a címével együtt, vagy töltse le újra a jelentést.',
  }),
  header_doubled: ({ header, other }) => ({
    message: `${The(quote(header))} oszlop kétszer szerepel (itt is: ${other}).`,
    fix: 'Csak egy ilyen című oszlopot hagyjon meg: nem tudhatjuk, melyik a helyes.',
  }),
  report_type_missing: () => ({
    message: 'A fájlból nem derül ki, melyik jelentés ez.',
    fix: 'Írja a táblázat alá: FXB-EXB-900 vagy FXB-EXB-901, vagy a Forexebugtól kapott néven töltse fel a fájlt.',
  }),
  report_type_unknown: ({ type }) => ({
    message: `Ez ${type} jelentés, itt pedig FXB-EXB-900 és FXB-EXB-901 nyújtható be.`,
    fix: 'Töltse le a Forexebugból a végrehajtási jelentést (900 vagy 901), és azt töltse fel.',
  }),
  date_missing: () => ({
    message: 'A jelentésen nincs dátum.',
    fix: 'A táblázat fölött állnia kell egy „LA DATA:” sornak, például LA DATA: 30-JUN-26.',
  }),
  date_wrong: ({ reason }, value) => ({
    message: `${The(quote(value))} dátum hibás: ${WRONG_DATES[reason] ?? 'nem értelmezhető.'}`,
    fix: 'A jelentett hónap utolsó napját írja be, például LA DATA: 30-JUN-26, vagy töltse le újra a jelentést.',
  }),
  date_in_future: ({ date, today }) => ({
    message: `A jelentés napja ${day(date)}, de ma ${day(today)} van.`,
    fix: 'Ellenőrizze a dátumot: a végrehajtást a hónap lezárása után jelentik.',
  }),
  facts_differ: ({ what, first, second, other }) => ({
    message: `A munkalap kétszer adja meg ${FACTS[what] ?? what}, eltérően: ${quote(first)}, majd ${quote(second)} (${other}).`,
    fix: 'Egy munkalapon egy jelentés áll. Válassza szét a jelentéseket, és töltse fel őket egyenként.',
  }),
  sector_missing: () => ({
    message: 'Nincs megadva a költségvetési szektor.',
    fix: 'A táblázat fölött állnia kell egy „Sector bugetar:” sornak, például Sector bugetar: 02 - Bugetul local.',
  }),
  entity_missing: () => ({
    message: 'A jelentésből nem derül ki, melyik intézményé.',
    fix: 'A táblázat fölött szerepelnie kell: „Cod Fiscal IP:” és „Denumire IP:”.',
  }),
  entity_check_digit: ({ cui }) => ({
    message: `${The(cui)} adóazonosító hibás: nem egyezik az ellenőrző számjegye.`,
    fix: 'Vesse össze az adóügyi bejegyzési igazolással: egy számjegy hiányzik vagy más.',
  }),
  entity_unknown: ({ cui, name }) => ({
    message: `${The(cui)} adóazonosítójú intézmény${name ? ` (${name})` : ''} nincs a nyilvántartásban.`,
    fix: 'Ellenőrizze a kódot. Ha helyes, kérje az adminisztrátort, hogy vegye fel az intézményt.',
  }),
  entity_not_permitted: ({ cui, name }) => ({
    message: `Ön nem nyújthat be jelentést ennek az intézménynek a nevében: ${name ? `${name} (${cui})` : cui}.`,
    fix: 'A saját intézménye jelentését töltse fel, vagy kérjen jogot az adminisztrátortól.',
  }),
  entity_differs_from_file_name: ({ cui, fileCui }) => ({
    message: `A munkalapon ${cui} az adóazonosító, a fájl nevében ${fileCui}.`,
    fix: 'Ellenőrizze, hogy ez-e a megfelelő fájl. Ha a munkalap a helyes, adja vissza a fájlnak a Forexebugtól kapott nevét.',
  }),
  entity_differs_from_request: ({ cui, expected }) => ({
    message: `A jelentés ${the(cui)} intézményé, de Ön ezt választotta: ${expected}.`,
    fix: 'Válassza a jelentésben szereplő intézményt, vagy töltse fel a kiválasztott intézmény fájlját.',
  }),
  type_differs_from_request: ({ type, expected }) => ({
    message: `A fájl ${type}, de Ön ezt választotta: ${expected}.`,
    fix: 'Válassza a fájl típusát, vagy töltsön fel a választott típusú jelentést.',
  }),
  date_differs_from_file_name: ({ date, fileDate }) => ({
    message: `A munkalapon a dátum ${day(date)}, a fájl nevében ${day(fileDate)}`,
    fix: 'A munkalap dátuma számít. Ha nem az a helyes, töltsön fel másik fájlt.',
  }),
  type_differs_from_file_name: ({ type, fileType }) => ({
    message: `A munkalapon ${type} áll, a fájl nevében ${fileType}.`,
    fix: 'A munkalapon álló típus számít. Ha nem az a helyes, töltsön fel másik fájlt.',
  }),
  sector_differs_from_file_name: ({ sector, fileSector }) => ({
    message: `A munkalapon ${sector} a szektor, a fájl nevében ${fileSector}.`,
    fix: 'A munkalapon álló szektor számít. Ha nem az a helyes, töltsön fel másik fájlt.',
  }),
  kind_unknown: (_, value) => ({
    message: value
      ? `${quote(value)}: ez nem bevétel és nem kiadás.`
      : 'A sorból nem derül ki, hogy bevétel vagy kiadás.',
    fix: 'Írja a „Tip Indicator” oszlopba: Venit vagy Cheltuiala, vagy törölje a sort, ha nem tartozik a jelentéshez.',
  }),
  code_malformed: ({ which, hint, suggestion }, value) => {
    const name = which === 'functional' ? 'funkcionális' : 'gazdasági'
    return {
      message: value
        ? `${The(quote(value))} ${name} kód nem hat számjegyből áll.`
        : `Hiányzik a ${name} kód.`,
      fix:
        CODE_HINTS[hint]?.(suggestion) ??
        'A kód hat számjegyből áll, például 650301. Vesse össze a Forexebug megfelelő sorával.',
    }
  },
  code_unknown: ({ which, code, name, rows: count, cells }) => ({
    message: `Ismeretlen ${which === 'functional' ? 'funkcionális' : 'gazdasági'} kód: ${code}${name ? `, ${quote(name)}` : ''}, ${rows(count)}${place(cells)}.`,
    fix: 'A fájlban szereplő megnevezéssel megmarad, és nem akadályozza a benyújtást. Ellenőrizze, nem elírás-e.',
  }),
  economic_code_missing: () => ({
    message: 'A kiadásnak nincs gazdasági kódja.',
    fix: 'Írja be a hatjegyű gazdasági kódot, például 200130.',
  }),
  economic_code_on_revenue: ({ code, rows: count, cells }) => ({
    message: `A bevételnek nincs gazdasági kódja, itt mégis ${code} áll: ${rows(count)}${place(cells)}.`,
    fix: 'A kódot nem vesszük át. Ellenőrizze, nem kiadás-e a sor.',
  }),
  source_missing: () => ({
    message: 'A sornak nincs finanszírozási forrása.',
    fix: 'Írja be a forrást, például „A-Integral de la buget”.',
  }),
  source_unknown: ({ source, rows: count, cells }, value) =>
    source
      ? {
          message: `Ismeretlen finanszírozási forrás: ${quote(source)}, ${rows(count)}${place(cells)}.`,
          fix: 'A fájlban szereplő szöveggel megmarad, és nem akadályozza a benyújtást. Ellenőrizze, nem elírás-e.',
        }
      : {
          message: `${quote(value)}: ez nem finanszírozási forrás.`,
          fix: 'A forrás egy betűvel és kötőjellel kezdődik, például „A-Integral de la buget”.',
        },
  section_unknown: (_, value) => ({
    message: `${quote(value)}: ez nem szekció (rész).`,
    fix: 'Írja be: „F - FUNCTIONARE” vagy „D - DEZVOLTARE”.',
  }),
  section_missing: ({ rows: count, cells }) => ({
    message: `Kiadás szekció (működési vagy fejlesztési rész) nélkül: ${rows(count)}${place(cells)}.`,
    fix: 'Szekció nélkül jelenik meg. Ha ismeri, írjon F-et vagy D-t a „Sectiune” oszlopba.',
  }),
  amount_missing: ({ hint }) => ({
    message: 'A sorban nincs összeg.',
    fix:
      hint === 'formula'
        ? 'A cellában elmentett eredmény nélküli képlet van. Nyissa meg a fájlt Excelben, mentse el, és töltse fel újra.'
        : 'Írja be az összeget. Ha semmi nem folyt be vagy nem fizettek ki semmit, írjon 0,00-t: az üres cella nem nulla.',
  }),
  amount_not_number: ({ hint, suggestion }, value) => ({
    message: `${quote(value)}: ez nem szám.`,
    fix: AMOUNT_HINTS[hint]?.(suggestion) ?? 'Az összeget csak számjegyekkel írja, például 12 480,00.',
  }),
  amount_ambiguous: ({ first, second }, value) => ({
    message: `${quote(value)} kétféleképpen olvasható: ${lei(first)} vagy ${lei(second)}.`,
    fix: 'Írja az összeget két tizedessel, hogy egyértelmű legyen, vagy állítsa a cellát szám formátumra.',
  }),
  amount_decimals: (_, value) => ({
    message: `${quote(value)}: kettőnél több tizedesjegy.`,
    fix: 'Az összegek lejben és baniban értendők. Legfeljebb két tizedessel írja be, ahogy a Forexebugban áll.',
  }),
  amount_too_large: ({ limit }, value) => ({
    message: `${quote(value)} több, mint amennyi egy végrehajtási összeg lehet (${lei(limit)} lej).`,
    fix: 'Ellenőrizze, nem folyt-e egybe két szám, vagy nem veszett-e el a tizedesvessző.',
  }),
  line_duplicate: ({ other, functional, economic, source, section }) => ({
    message: `Ugyanez a sor itt is megvan: ${other} (${lineName(functional, economic)}, ${source} forrás${section ? `, ${section} szekció` : ''}).`,
    fix: 'Csak az egyik sort hagyja meg. Ha két különböző összegről van szó, javítsa ki a hibás kódot.',
  }),
  no_lines: () => ({
    message: 'A jelentésnek van fejléce, de nincs benne összeget tartalmazó sor.',
    fix: 'Töltse le újra a jelentést. Ha az intézménynek valóban nem volt végrehajtása, írjon nekünk.',
  }),
  control_total_missing: ({ kind: name }) => ({
    message: `Hiányzik ${the(quote(`${kind(name)}:`))} sor.`,
    fix: 'Enélkül nem ellenőrizhető, hogy teljes-e a fájl. Töltse le újra a jelentést.',
  }),
  control_total_doubled: ({ kind: name, first, second, other }) => ({
    message: `${The(quote(`${kind(name)}:`))} sor kétszer szerepel, eltérő összeggel: ${lei(first)} és ${lei(second)} (${other}).`,
    fix: 'Csak egy végösszeget hagyjon meg, az egész jelentését.',
  }),
  control_total_differs: ({ kind: name, sum, control, difference, unreadable }) => ({
    message: `A ${kind(name)} nem a sorok összege: a sorok összege ${lei(sum)}, a fájlban ${lei(control)} áll, a különbség ${lei(difference.replace(/^-/, ''))} lej.`,
    fix: unreadable
      ? `Az összegből kimaradtak a hibás sorok (${rows(unreadable)}). Először azokat javítsa ki, utána a végösszeget újra ellenőrizzük.`
      : 'Exportálja újra a jelentést, vagy keresse meg a hiányzó vagy módosított sort.',
  }),
  cumulative_falls: ({ previous, current, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)}: a halmozott összeg csökkent: ${day(previousDate)} ${lei(previous)}, most ${lei(current)}.`,
    fix: 'Az évi összeg hónapról hónapra nő. Ellenőrizze a sort; ha helyesbítés, erősítse meg.',
  }),
  line_disappears: ({ previous, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)}: ${day(previousDate)} még ${lei(previous)} volt, most nincs a jelentésben.`,
    fix: 'Ellenőrizze, nem veszett-e el a sor; ha az összeg más kódra került, erősítse meg.',
  }),
  section_transfers_differ: ({ given, received, difference }) => ({
    message: `A 37.03 (${lei(given)}) és a 37.04 (${lei(received)}) ugyanaz a pénz, a két rész között mozgatva; az összegük mégis ${lei(difference)}, nem 0.`,
    fix: 'Ellenőrizze a két sort; ha a Forexebugban is így áll, erősítse meg.',
  }),
  subtotal_rows_skipped: ({ rows: count, cells }) => ({
    message: `Félretett részösszegek: ${rows(count)}${place(cells)}. Hozzáadva kétszer számítanának.`,
    fix: 'Ellenőrizze, hogy valóban részösszegek-e, és erősítse meg.',
  }),
  report_in_two_sheets: ({ first, other }) => ({
    message: `Ugyanaz a jelentés két munkalapon is megvan: ${quote(first)} és ${quote(other)}.`,
    fix: 'Nincs teendője: egyszer olvassuk be, az elsőről.',
  }),
  sheets_differ: ({ first, other, cells }) => ({
    message: `${The(quote(first))} és ${the(quote(other))} munkalapon eltérő jelentés van${place(cells)}.`,
    fix: 'Törölje a hibás munkalapot. A különböző jelentéseket külön fájlban töltse fel.',
  }),
  hidden_sheet_skipped: ({ sheet }) => ({
    message: `${The(quote(sheet))} rejtett munkalapon is van jelentés, de azt nem olvassuk be.`,
    fix: 'Ha az a helyes jelentés, fedje fel a munkalapot Excelben, mentse el, és töltse fel újra.',
  }),
  hidden_rows_read: ({ rows: count, cells }) => ({
    message: `A jelentésben rejtett sorban vagy oszlopban lévő adat: ${rows(count)}${place(cells)}; ezeket is beolvastuk.`,
    fix: 'Fedje fel őket Excelben, ellenőrizze, majd erősítse meg.',
  }),
  macros_ignored: () => ({
    message: 'A fájlban makrók vannak. Ezeket nem futtattuk és nem is őriztük meg.',
    fix: 'Nincs teendője: csak a cellákat olvassuk be.',
  }),
  links_not_followed: () => ({
    message:
      'A fájl más fájlokból vagy forrásokból vesz át adatokat. Ezeket nem nyitottuk meg: a benne mentett értékeket olvastuk be.',
    fix: 'Frissítse a hivatkozásokat Excelben, és mentse el a fájlt, vagy ellenőrizze az értékeket, majd erősítse meg.',
  }),
  formulas_not_saved: ({ rows: count, cells }) => ({
    message: `${count === '1' ? 'Egy képletnek' : `${formatCount(count, 'hu')} képletnek`} nincs elmentett eredménye${place(cells)}, ezért a cella üresnek számít.`,
    fix: 'Nyissa meg a fájlt Excelben vagy LibreOffice-ban, mentse el, hogy az eredmények is megmaradjanak, és töltse fel újra.',
  }),
  issues_cut: ({ shown }) => ({
    message: `Túl sok a hiba: csak az első ${formatCount(shown, 'hu')} marad meg.`,
    fix: 'Többnyire egyetlen okuk van. Javítsa ki, és töltse fel újra a fájlt.',
  }),
}

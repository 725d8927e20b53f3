import { CSV_TEXTS_HU } from './csv/issue-texts-hu.ts'
import { formatAmount, formatCount, formatDay } from './format-amount.ts'
import type { IssueTexts } from './issue-catalogue.ts'

const lei = (decimal: string): string => formatAmount(decimal, 'hu')
const day = (iso: string): string => formatDay(iso, 'hu')
/** "2026. március 31-én", "2026. február 28-án". */
const onDay = (iso: string): string => {
  const number = Number(iso.slice(8))
  const isFront = [1, 4, 5, 7, 9, 10].includes(number % 10 === 0 ? number : number % 10)
  return `${day(iso).replace(/\.$/, '')}-${number === 1 ? 'j' : ''}${isFront ? 'én' : 'án'}`
}
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

const DOWNLOAD_AGAIN = 'Töltsd le újra a jelentést a Forexebugból, és töltsd fel úgy, ahogy kaptad.'
const SAVE_AGAIN =
  'Nyisd meg Excelben vagy LibreOffice-ban, mentsd el újra .xlsx formátumban, és töltsd fel. Ha ott sem nyílik meg, töltsd le újra a jelentést.'
const TRIM_FILE =
  'Ellenőrizd, hogy a megfelelő fájlt választottad-e, és csak a jelentés munkalapját hagyd benne.'
const CLOSE_OFF =
  'Nyisd meg a fájlt Excelben, javítsd ki a sort, és mentsd el újra, vagy töltsd fel a jelentést .xlsx formátumban.'

const UNREADABLE: Readonly<Record<string, (detail: string) => { message: string; fix: string }>> = {
  part_missing: detail => ({
    message: `A táblázatfájl egy része hiányzik${place(detail)}.`,
    fix: SAVE_AGAIN,
  }),
  xml: detail => ({ message: `A táblázatfájl sérült (${detail}).`, fix: SAVE_AGAIN }),
  quotes: detail => ({
    message: `${The(detail)}. sorban az idézőjel nincs lezárva, ezért nem tudni, hol ér véget a cella.`,
    fix: CLOSE_OFF,
  }),
  nul: detail => ({ message: `${The(detail)}. sorban null karakter van.`, fix: CLOSE_OFF }),
  encoding: detail => ({
    message: `A szöveg nem olvasható: hibás a betűk kódolása (${detail}. sor).`,
    fix: 'Mentsd el újra a fájlt „CSV UTF-8” formátumban.',
  }),
  long_record: detail => ({ message: `${The(detail)}. sor túl hosszú egy táblázathoz.`, fix: CLOSE_OFF }),
  time: detail => ({
    message: `Az olvasást ${detail} másodperc után leállítottuk: a fájl nem hasonlít jelentésre.`,
    fix: TRIM_FILE,
  }),
  memory: () => ({ message: 'A fájl beolvasásához túl sok memória kellene.', fix: TRIM_FILE }),
  stopped: () => ({
    message: 'Az olvasás váratlanul megszakadt.',
    fix: 'Töltsd fel a fájlt még egyszer. Ha megismétlődik, írj nekünk, és küldd el a fájlt.',
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
  missing: () => 'Írd be a hatjegyű kódot.',
  letter: suggestion => `Úgy tűnik, betű áll számjegy helyett. Írd be: ${suggestion}.`,
  leading_zero: suggestion =>
    `Az Excel törölte az elöl álló nullát. Írd be szövegként: ${suggestion}, vagy töltsd le újra a jelentést, és ne nyisd meg Excelben.`,
  date: () => 'Az Excel dátummá alakította. Állítsd a cellát szöveg formátumra, és írd be a hat számjegyet.',
  dotted: suggestion => `Írd pontok nélkül: ${suggestion}.`,
  length: () => 'A kód hat számjegyből áll, például 650301. Vesd össze a Forexebug megfelelő sorával.',
}
const AMOUNT_HINTS: Readonly<Record<string, (suggestion: string) => string>> = {
  letter_o: suggestion => `Úgy tűnik, O betű áll a 0 számjegy helyett. Írd be: ${lei(suggestion)}.`,
  letter_for_digit: suggestion =>
    `Úgy tűnik, betű (O, l, I, S, B) áll számjegy helyett. Írd be: ${lei(suggestion)}.`,
  scientific: () =>
    'Az Excel lerövidítette a számot, és számjegyek vesztek el. Töltsd le újra a jelentést, vagy írd be a teljes összeget.',
  date: () =>
    'Dátumnak látszik. Állítsd a cellát szám formátumra, és írd be a Forexebugban szereplő összeget.',
  cell_error: () => 'A cella képlete hibát ad. Írd be helyette az összeget.',
  two_numbers: () => 'Két szám látszik egy cellában. Csak a sor összegét hagyd benne.',
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
      ? 'Nyisd meg Excelben vagy LibreOffice-ban, mentsd el .xlsx formátumban, és töltsd fel újra.'
      : 'A jelentést .xlsx vagy .csv formátumban töltsd fel, ahogy a Forexebug adja.',
  }),
  file_protected: () => ({
    message: 'A fájlt jelszó védi.',
    fix: 'Nyisd meg Excelben, távolítsd el a jelszót (Fájl › Információ › Munkafüzet védelme), mentsd el, és töltsd fel újra.',
  }),
  report_not_recognised: ({ sheets }) => ({
    message: `Nem találtunk végrehajtási jelentést${sheets ? ` ezeken a munkalapokon: ${sheets}` : ''}.`,
    fix: 'A fájlban szerepelnie kell a kincstári fejlécnek: Tip Indicator, Sursa finantare, Clasificatie Functionala, Executie Cumulat. Az FXB-EXB-900 vagy FXB-EXB-901 exportot töltsd fel.',
  }),
  header_missing: ({ header }) => ({
    message: `Hiányzik ${the(quote(header))} oszlop.`,
    fix: 'Tedd vissza az oszlopot a címével együtt, vagy töltsd le újra a jelentést.',
  }),
  header_doubled: ({ header, other }) => ({
    message: `${The(quote(header))} oszlop kétszer szerepel (itt is: ${other}).`,
    fix: 'Csak egy ilyen című oszlopot hagyj meg: nem tudhatjuk, melyik a helyes.',
  }),
  report_type_missing: () => ({
    message: 'A fájlból nem derül ki, melyik jelentés ez.',
    fix: 'Írd a táblázat alá: FXB-EXB-900 vagy FXB-EXB-901, vagy a Forexebugtól kapott néven töltsd fel a fájlt.',
  }),
  report_type_unknown: ({ type }) => ({
    message: `Ez ${type} jelentés, itt pedig FXB-EXB-900 és FXB-EXB-901 nyújtható be.`,
    fix: 'Töltsd le a Forexebugból a végrehajtási jelentést (900 vagy 901), és azt töltsd fel.',
  }),
  date_missing: () => ({
    message: 'A jelentésen nincs dátum.',
    fix: 'A táblázat fölött állnia kell egy „LA DATA:” sornak, például LA DATA: 30-JUN-26.',
  }),
  date_wrong: ({ reason }, value) => ({
    message: `${The(quote(value))} dátum hibás: ${WRONG_DATES[reason] ?? 'nem értelmezhető.'}`,
    fix: 'A jelentett hónap utolsó napját írd be, például LA DATA: 30-JUN-26, vagy töltsd le újra a jelentést.',
  }),
  date_in_future: ({ date, today }) => ({
    message: `A jelentés napja ${day(date)}, de ma ${day(today)} van.`,
    fix: 'Ellenőrizd a dátumot: a végrehajtást a hónap lezárása után jelentik.',
  }),
  facts_differ: ({ what, first, second, other }) => ({
    message: `A munkalap kétszer adja meg ${FACTS[what] ?? what}, eltérően: ${quote(first)}, majd ${quote(second)} (${other}).`,
    fix: 'Egy munkalapon egy jelentés áll. Válaszd szét a jelentéseket, és töltsd fel őket egyenként.',
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
    fix: 'Vesd össze az adóügyi bejegyzési igazolással: egy számjegy hiányzik vagy más.',
  }),
  entity_unknown: ({ cui, name }) => ({
    message: `${The(cui)} adóazonosítójú intézmény${name ? ` (${name})` : ''} nincs a nyilvántartásban.`,
    fix: 'Ellenőrizd a kódot. Ha helyes, kérd az adminisztrátort, hogy vegye fel az intézményt.',
  }),
  entity_not_permitted: ({ cui, name }) => ({
    message: `Nem nyújthatsz be jelentést ennek az intézménynek a nevében: ${name ? `${name} (${cui})` : cui}.`,
    fix: 'A saját intézményed jelentését töltsd fel, vagy kérj jogot az adminisztrátortól.',
  }),
  entity_differs_from_file_name: ({ cui, fileCui }) => ({
    message: `A munkalapon ${cui} az adóazonosító, a fájl nevében ${fileCui}.`,
    fix: 'Ellenőrizd, hogy ez-e a megfelelő fájl. Ha a munkalap a helyes, add vissza a fájlnak a Forexebugtól kapott nevét.',
  }),
  entity_differs_from_request: ({ cui, expected }) => ({
    message: `A jelentés ${the(cui)} intézményé, de ezt választottad: ${expected}.`,
    fix: 'Válaszd a jelentésben szereplő intézményt, vagy töltsd fel a kiválasztott intézmény fájlját.',
  }),
  type_differs_from_request: ({ type, expected }) => ({
    message: `A fájl ${type}, de ezt választottad: ${expected}.`,
    fix: 'Válaszd a fájl típusát, vagy tölts fel a választott típusú jelentést.',
  }),
  date_differs_from_file_name: ({ date, fileDate }) => ({
    message: `A munkalapon a dátum ${day(date)}, a fájl nevében ${day(fileDate)}`,
    fix: 'A munkalap dátuma számít. Ha nem az a helyes, tölts fel másik fájlt.',
  }),
  type_differs_from_file_name: ({ type, fileType }) => ({
    message: `A munkalapon ${type} áll, a fájl nevében ${fileType}.`,
    fix: 'A munkalapon álló típus számít. Ha nem az a helyes, tölts fel másik fájlt.',
  }),
  sector_differs_from_file_name: ({ sector, fileSector }) => ({
    message: `A munkalapon ${sector} a szektor, a fájl nevében ${fileSector}.`,
    fix: 'A munkalapon álló szektor számít. Ha nem az a helyes, tölts fel másik fájlt.',
  }),
  kind_unknown: (_, value) => ({
    message: value
      ? `${quote(value)}: ez nem bevétel és nem kiadás.`
      : 'A sorból nem derül ki, hogy bevétel vagy kiadás.',
    fix: 'Írd a „Tip Indicator” oszlopba: Venit vagy Cheltuiala, vagy töröld a sort, ha nem tartozik a jelentéshez.',
  }),
  code_malformed: ({ which, hint, suggestion }, value) => {
    const name = which === 'functional' ? 'funkcionális' : 'gazdasági'
    return {
      message: value
        ? `${The(quote(value))} ${name} kód nem hat számjegyből áll.`
        : `Hiányzik a ${name} kód.`,
      fix:
        CODE_HINTS[hint]?.(suggestion) ??
        'A kód hat számjegyből áll, például 650301. Vesd össze a Forexebug megfelelő sorával.',
    }
  },
  code_unknown: ({ which, code, name, rows: count, cells }) => ({
    message: `Ismeretlen ${which === 'functional' ? 'funkcionális' : 'gazdasági'} kód: ${code}${name ? `, ${quote(name)}` : ''}, ${rows(count)}${place(cells)}.`,
    fix: 'A fájlban szereplő megnevezéssel megmarad, és nem akadályozza a benyújtást. Ellenőrizd, nem elírás-e.',
  }),
  economic_code_missing: () => ({
    message: 'A kiadásnak nincs gazdasági kódja.',
    fix: 'Írd be a hatjegyű gazdasági kódot, például 200130.',
  }),
  economic_code_on_revenue: ({ code, rows: count, cells }) => ({
    message: `A bevételnek nincs gazdasági kódja, itt mégis ${code} áll: ${rows(count)}${place(cells)}.`,
    fix: 'A kódot nem vesszük át. Ellenőrizd, nem kiadás-e a sor.',
  }),
  source_missing: () => ({
    message: 'A sornak nincs finanszírozási forrása.',
    fix: 'Írd be a forrást, például „A-Integral de la buget”.',
  }),
  source_unknown: ({ source, rows: count, cells }, value) =>
    source
      ? {
          message: `Ismeretlen finanszírozási forrás: ${quote(source)}, ${rows(count)}${place(cells)}.`,
          fix: 'A fájlban szereplő szöveggel megmarad, és nem akadályozza a benyújtást. Ellenőrizd, nem elírás-e.',
        }
      : {
          message: `${quote(value)}: ez nem finanszírozási forrás.`,
          fix: 'A forrás egy betűvel és kötőjellel kezdődik, például „A-Integral de la buget”.',
        },
  section_unknown: (_, value) => ({
    message: `${quote(value)}: ez nem szekció (rész).`,
    fix: 'Írd be: „F - FUNCTIONARE” vagy „D - DEZVOLTARE”.',
  }),
  section_missing: ({ rows: count, cells }) => ({
    message: `Kiadás szekció (működési vagy fejlesztési rész) nélkül: ${rows(count)}${place(cells)}.`,
    fix: 'Szekció nélkül jelenik meg. Ha ismered, írj F-et vagy D-t a „Sectiune” oszlopba.',
  }),
  amount_missing: ({ hint }) => ({
    message: 'A sorban nincs összeg.',
    fix:
      hint === 'formula'
        ? 'A cellában elmentett eredmény nélküli képlet van. Nyisd meg a fájlt Excelben, mentsd el, és töltsd fel újra.'
        : 'Írd be az összeget. Ha semmi nem folyt be vagy nem fizettek ki semmit, írj 0,00-t: az üres cella nem nulla.',
  }),
  amount_not_number: ({ hint, suggestion }, value) => ({
    message: `${quote(value)}: ez nem szám.`,
    fix: AMOUNT_HINTS[hint]?.(suggestion) ?? 'Az összeget csak számjegyekkel írd, például 12 480,00.',
  }),
  amount_ambiguous: ({ first, second }, value) => ({
    message: `${quote(value)} kétféleképpen olvasható: ${lei(first)} vagy ${lei(second)}.`,
    fix: 'Írd az összeget két tizedessel, hogy egyértelmű legyen, vagy állítsd a cellát szám formátumra.',
  }),
  amount_decimals: (_, value) => ({
    message: `${quote(value)}: kettőnél több tizedesjegy.`,
    fix: 'Az összegek lejben és baniban értendők. Legfeljebb két tizedessel írd be, ahogy a Forexebugban áll.',
  }),
  amount_too_large: ({ limit }, value) => ({
    message: `${quote(value)} több, mint amennyi egy végrehajtási összeg lehet (${lei(limit)} lej).`,
    fix: 'Ellenőrizd, nem folyt-e egybe két szám, vagy nem veszett-e el a tizedesvessző.',
  }),
  line_duplicate: ({ other, functional, economic, source, section }) => ({
    message: `Ugyanez a sor itt is megvan: ${other} (${lineName(functional, economic)}, ${source} forrás${section ? `, ${section} szekció` : ''}).`,
    fix: 'Csak az egyik sort hagyd meg. Ha két különböző összegről van szó, javítsd ki a hibás kódot.',
  }),
  no_lines: () => ({
    message: 'A jelentésnek van fejléce, de nincs benne összeget tartalmazó sor.',
    fix: 'Töltsd le újra a jelentést. Ha az intézménynek valóban nem volt végrehajtása, írj nekünk.',
  }),
  control_total_missing: ({ kind: name }) => ({
    message: `Hiányzik ${the(quote(`${kind(name)}:`))} sor.`,
    fix: 'Enélkül nem ellenőrizhető, hogy teljes-e a fájl. Töltsd le újra a jelentést.',
  }),
  control_total_doubled: ({ kind: name, first, second, other }) => ({
    message: `${The(quote(`${kind(name)}:`))} sor kétszer szerepel, eltérő összeggel: ${lei(first)} és ${lei(second)} (${other}).`,
    fix: 'Csak egy végösszeget hagyj meg, az egész jelentését.',
  }),
  control_total_differs: ({ kind: name, sum, control, difference, unreadable }) => ({
    message: `A ${kind(name)} nem a sorok összege: a sorok összege ${lei(sum)}, a fájlban ${lei(control)} áll, a különbség ${lei(difference.replace(/^-/, ''))} lej.`,
    fix: unreadable
      ? `Az összegből kimaradtak a hibás sorok (${rows(unreadable)}). Először azokat javítsd ki, utána a végösszeget újra ellenőrizzük.`
      : 'Exportáld újra a jelentést, vagy keresd meg a hiányzó vagy módosított sort.',
  }),
  cumulative_falls: ({ previous, current, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)}: a halmozott összeg csökkent: ${onDay(previousDate)} ${lei(previous)} volt, most ${lei(current)}.`,
    fix: 'Az évi összeg hónapról hónapra nő. Ellenőrizd a sort; ha helyesbítés, erősítsd meg.',
  }),
  line_disappears: ({ previous, previousDate, functional, economic }) => ({
    message: `${lineName(functional, economic)}: ${onDay(previousDate)} még ${lei(previous)} volt, most nincs a jelentésben.`,
    fix: 'Ellenőrizd, nem veszett-e el a sor; ha az összeg más kódra került, erősítsd meg.',
  }),
  section_transfers_differ: ({ given, received, difference }) => ({
    message: `A 37.03 (${lei(given)}) és a 37.04 (${lei(received)}) ugyanaz a pénz, a két rész között mozgatva; az összegük mégis ${lei(difference)}, nem 0.`,
    fix: 'Ellenőrizd a két sort; ha a Forexebugban is így áll, erősítsd meg.',
  }),
  subtotal_rows_skipped: ({ rows: count, cells }) => ({
    message: `Félretett részösszegek: ${rows(count)}${place(cells)}. Hozzáadva kétszer számítanának.`,
    fix: 'Ellenőrizd, hogy valóban részösszegek-e, és erősítsd meg.',
  }),
  report_in_two_sheets: ({ first, other }) => ({
    message: `Ugyanaz a jelentés két munkalapon is megvan: ${quote(first)} és ${quote(other)}.`,
    fix: 'Nincs teendőd: egyszer olvassuk be, az elsőről.',
  }),
  sheets_differ: ({ first, other, cells }) => ({
    message: `${The(quote(first))} és ${the(quote(other))} munkalapon eltérő jelentés van${place(cells)}.`,
    fix: 'Töröld a hibás munkalapot. A különböző jelentéseket külön fájlban töltsd fel.',
  }),
  hidden_sheet_skipped: ({ sheet }) => ({
    message: `${The(quote(sheet))} rejtett munkalapon is van jelentés, de azt nem olvassuk be.`,
    fix: 'Ha az a helyes jelentés, fedd fel a munkalapot Excelben, mentsd el, és töltsd fel újra.',
  }),
  hidden_rows_read: ({ rows: count, cells }) => ({
    message: `A jelentésben rejtett sorban vagy oszlopban lévő adat: ${rows(count)}${place(cells)}; ezeket is beolvastuk.`,
    fix: 'Fedd fel őket Excelben, ellenőrizd, majd erősítsd meg.',
  }),
  macros_ignored: () => ({
    message: 'A fájlban makrók vannak. Ezeket nem futtattuk és nem is őriztük meg.',
    fix: 'Nincs teendőd: csak a cellákat olvassuk be.',
  }),
  links_not_followed: () => ({
    message:
      'A fájl más fájlokból vagy forrásokból vesz át adatokat. Ezeket nem nyitottuk meg: a benne mentett értékeket olvastuk be.',
    fix: 'Frissítsd a hivatkozásokat Excelben, és mentsd el a fájlt, vagy ellenőrizd az értékeket, majd erősítsd meg.',
  }),
  formulas_not_saved: ({ rows: count, cells }) => ({
    message: `${count === '1' ? 'Egy képletnek' : `${formatCount(count, 'hu')} képletnek`} nincs elmentett eredménye${place(cells)}, ezért a cella üresnek számít.`,
    fix: 'Nyisd meg a fájlt Excelben vagy LibreOffice-ban, mentsd el, hogy az eredmények is megmaradjanak, és töltsd fel újra.',
  }),
  issues_cut: ({ shown }) => ({
    message: `Túl sok a hiba: csak az első ${formatCount(shown, 'hu')} marad meg.`,
    fix: 'Többnyire egyetlen okuk van. Javítsd ki, és töltsd fel újra a fájlt.',
  }),
}

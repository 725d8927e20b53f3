import type { MistakeTexts } from './list-mistake-texts.ts'

const text = (message: string, fix: string) => ({ message, fix })

export const LIST_MISTAKES_HU: MistakeTexts = {
  list_empty: () => text('A fájlban nincs átvehető sor.', 'Írj legalább egy sort a fejléc alá.'),
  header_missing: ({ columns }) =>
    text(
      'Egyik sor sem nevezi meg az oszlopokat.',
      `Tegyél fejlécet a sorok fölé. A lista oszlopai: ${columns}.`,
    ),
  column_missing: ({ column }) =>
    text(`Hiányzik a(z) „${column}” oszlop.`, 'Pótold, vagy indulj ki a mintából.'),
  column_twice: ({ column }) => text(`A(z) „${column}” oszlop kétszer szerepel.`, 'Hagyd meg az egyiket.'),
  rows_too_many: ({ value, params }) =>
    text(`A fájlban ${value} sor van.`, `Oszd fel legfeljebb ${params.limit} soros fájlokra.`),
  value_missing: ({ column }) => text(`Üres cella: „${column}”.`, 'Töltsd ki.'),
  value_too_long: ({ column, params }) =>
    text(`Túl hosszú: „${column}”.`, `Rövidítsd le ${params.limit} karakterre.`),
  value_fixed: ({ column }) =>
    text(
      `Nem törölhető: „${column}”.`,
      'Hagyd üresen a cellát, ha a nyilvántartott érték marad, vagy írd be az újat.',
    ),
  name_short: ({ column }) => text(`Túl rövid: „${column}”.`, 'Írd ki a teljes nevet.'),
  cui_wrong: ({ value }) =>
    text(
      `${value} nem érvényes adóazonosító (CUI): az ellenőrző számjegy nem egyezik, vagy számjegyek hiányoznak.`,
      'Másold ki az adóügyi nyilvántartási igazolásból, „RO”-val vagy anélkül.',
    ),
  siruta_wrong: ({ value }) =>
    text(`${value} nem SIRUTA-kód.`, 'A SIRUTA-kód legfeljebb 6 számjegy, semmi más.'),
  choice_unknown: ({ value, params }) =>
    text(`„${value}” nem szerepel a választékban.`, `Ezek egyikét írd: ${params.hu}.`),
  date_wrong: ({ value }) =>
    text(`„${value}” nem dátum.`, 'Írd így: 2026-01-31 vagy 31.01.2026; létező napot.'),
  dates_order: () => text('Az utolsó nap megelőzi az elsőt.', 'Javítsd ki valamelyiket.'),
  date_past: ({ value }) => text(`${value} már elmúlt.`, 'Írj mai vagy későbbi napot, vagy hagyd üresen.'),
  email_wrong: ({ value }) => text(`„${value}” nem e-mail-cím.`, 'Írd így: nev@example.ro.'),
  contact_wrong: ({ value, params }) =>
    text(`„${value}” nem ilyennek látszik: ${params.hu}.`, 'Javítsd ki az elérhetőséget vagy a fajtáját.'),
  contacts_too_many: ({ params }) =>
    text(
      `A szervezetnek ${params.limit} elérhetősége van, több nem lehet.`,
      'Előbb törölj néhányat a szervezet oldalán.',
    ),
  organisation_unknown: ({ value }) =>
    text(
      `Nem található szervezet erre: „${value}”.`,
      'Írd be az adóazonosítóját, a SIRUTA-kódját vagy a nyilvántartott nevét, vagy vedd fel előbb a szervezetek listájára.',
    ),
  organisation_ambiguous: ({ value }) =>
    text(
      `„${value}” több szervezet is lehet.`,
      'Írd be az adóazonosítóját, vagy a „SIRUTA” szót a kóddal (SIRUTA 83320).',
    ),
  codes_of_two: () =>
    text('Az adóazonosító és a SIRUTA-kód két különböző szervezeté.', 'Javítsd ki az egyiket.'),
  rows_disagree: ({ params }) =>
    text(
      `A(z) ${params.other}. sor mást mond ugyanarról.`,
      'Hagyd meg az egyik sort, vagy egyeztesd a kettőt.',
    ),
  kind_fixed: () =>
    text(
      'Az osztály osztály marad, és semmi más nem válik azzá.',
      'Hagyd meg a típust, vagy vegyél fel új szervezetet.',
    ),
  cui_published: () =>
    text(
      'A nyilvántartott adóazonosító alatt közzétett jelentések állnak: az marad.',
      'Hagyd üresen a cellát, vagy írd be a nyilvántartott azonosítót.',
    ),
  territory_unknown: ({ value }) =>
    text(
      `Egyetlen nyilvántartott városnak vagy községnek sincs ${value} SIRUTA-kódja.`,
      'Írd be az ellátott település kódját; ha az egész megyét szolgálja, írj „-” jelet.',
    ),
  parent_circle: () =>
    text(
      'A szervezet valamelyik napon önmaga fölött állna.',
      'Javítsd ki a felettes szervét, vagy a fölötte állókét.',
    ),
  parents_overlap: () =>
    text(
      'Két sor ugyanazokra a napokra két felettes szervet nevez meg.',
      'A második az első utolsó napját követő napon kezdődjön.',
    ),
  role_wrong_place: ({ value }) =>
    text(
      `Ezen a helyen nincs „${value}” szerepkör.`,
      'Jelentéskészítő és intézményvezető intézménynél van; ügyintéző, iktató, moderátor és tartalomszerkesztő a megyénél vagy egy osztályánál; elemző, rendszergazda és ellenőr az egész megyénél (üres szervezet).',
    ),
  role_own: () =>
    text(
      'Ez a te fiókod.',
      'Senki sem ad szerepkört önmagának: vedd ki a sort, vagy kérj meg egy másik rendszergazdát.',
    ),
  role_overlaps: ({ params }) =>
    text(
      `A személynek más napokra van meg ez a szerepköre: ${params.days}.`,
      'Írd be ugyanazt az első napot, vagy előbb zárd le a szerepkört a személy oldalán.',
    ),
  last_admin: () =>
    text(
      'Nem maradna határidő nélküli rendszergazda.',
      'Előbb nevezz ki másikat, vagy hagyd üresen az utolsó napot.',
    ),
}

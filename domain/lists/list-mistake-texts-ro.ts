import type { MistakeTexts } from './list-mistake-texts.ts'

const text = (message: string, fix: string) => ({ message, fix })

export const LIST_MISTAKES_RO: MistakeTexts = {
  list_empty: () => text('Fișierul nu are rânduri de preluat.', 'Scrie cel puțin un rând sub antet.'),
  header_missing: ({ columns }) =>
    text(
      'Niciun rând nu denumește coloanele.',
      `Pune un antet deasupra rândurilor. Coloanele acestei liste: ${columns}.`,
    ),
  column_missing: ({ column }) => text(`Lipsește coloana „${column}”.`, 'Adaug-o sau pornește de la model.'),
  column_twice: ({ column }) => text(`Coloana „${column}” apare de două ori.`, 'Păstrează una dintre ele.'),
  rows_too_many: ({ value, params }) =>
    text(
      `Numărul de rânduri din fișier: ${value}.`,
      `Împarte-l în fișiere cu cel mult ${params.limit} rânduri.`,
    ),
  value_missing: ({ column }) => text(`Nu este completat: „${column}”.`, 'Completează celula.'),
  value_too_long: ({ column, params }) =>
    text(`Textul din „${column}” este prea lung.`, `Scurtează-l la ${params.limit} de caractere.`),
  value_fixed: ({ column }) =>
    text(
      `„${column}” nu poate fi golit.`,
      'Lasă celula necompletată ca să rămână ce este înregistrat sau scrie valoarea nouă.',
    ),
  name_short: ({ column }) => text(`Textul din „${column}” este prea scurt.`, 'Scrie denumirea întreagă.'),
  cui_wrong: ({ value }) =>
    text(
      `${value} nu este un CUI valid: cifra de control nu se potrivește sau lipsesc cifre.`,
      'Copiază codul din certificatul de înregistrare fiscală, cu sau fără „RO”.',
    ),
  siruta_wrong: ({ value }) =>
    text(`${value} nu este un cod SIRUTA.`, 'Codul SIRUTA are cel mult 6 cifre și nimic altceva.'),
  choice_unknown: ({ value, params }) =>
    text(`„${value}” nu este una dintre variante.`, `Scrie una dintre: ${params.ro}.`),
  date_wrong: ({ value }) =>
    text(`„${value}” nu este o dată.`, 'Scrie-o ca 31.01.2026 sau 2026-01-31; o zi care există.'),
  dates_order: () => text('Ultima zi este înaintea primei zile.', 'Corectează una dintre zile.'),
  date_past: ({ value }) =>
    text(`${value} a trecut.`, 'Scrie ziua de azi sau una viitoare ori lasă celula necompletată.'),
  email_wrong: ({ value }) => text(`„${value}” nu este o adresă de e-mail.`, 'Scrie-o ca nume@example.ro.'),
  contact_wrong: ({ value, params }) =>
    text(`„${value}” nu arată a ${params.ro}.`, 'Corectează contactul sau felul lui.'),
  contacts_too_many: ({ params }) =>
    text(
      `Organizația are ${params.limit} de contacte, cât se poate avea.`,
      'Șterge întâi câteva pe pagina organizației.',
    ),
  organisation_unknown: ({ value }) =>
    text(
      `Nicio organizație nu se găsește după „${value}”.`,
      'Scrie CUI-ul, codul SIRUTA sau denumirea ei, așa cum este înregistrată, ori adaug-o întâi în lista organizațiilor.',
    ),
  organisation_ambiguous: ({ value }) =>
    text(
      `„${value}” poate fi mai mult decât o organizație.`,
      'Scrie CUI-ul ei sau „SIRUTA” urmat de cod (SIRUTA 83320).',
    ),
  codes_of_two: () =>
    text('CUI-ul și codul SIRUTA sunt ale unor organizații diferite.', 'Corectează unul dintre coduri.'),
  rows_disagree: ({ params }) =>
    text(
      `Rândul ${params.other} spune altceva despre același lucru.`,
      'Păstrează unul dintre rânduri sau pune-le de acord.',
    ),
  kind_fixed: () =>
    text(
      'Un compartiment rămâne compartiment și nimic altceva nu devine unul.',
      'Lasă tipul cum este sau adaugă o organizație nouă.',
    ),
  cui_published: () =>
    text(
      'Sub CUI-ul înregistrat sunt rapoarte publicate: el rămâne.',
      'Lasă celula necompletată sau scrie codul înregistrat.',
    ),
  territory_unknown: ({ value }) =>
    text(
      `Niciun oraș și nicio comună din evidență nu are codul SIRUTA ${value}.`,
      'Scrie codul localității pe care o deservește; dacă deservește tot județul, scrie „-”.',
    ),
  parent_circle: () =>
    text(
      'Organizația ar fi, într-o zi, propria ei superioară.',
      'Corectează subordonarea ei sau a celor de deasupra.',
    ),
  parents_overlap: () =>
    text(
      'Două rânduri numesc superiori diferiți pentru aceleași zile.',
      'A doua perioadă începe a doua zi după sfârșitul primei.',
    ),
  role_wrong_place: ({ value }) =>
    text(
      `Rolul „${value}” nu există în acest loc.`,
      'Raportorii și conducătorii sunt ai instituțiilor; funcționarii, registratorii, moderatorii și editorii, ai județului sau ai unui compartiment; analiștii, administratorii și auditorii, ai întregului județ (organizația rămâne necompletată).',
    ),
  role_own: () =>
    text(
      'Acesta este contul tău.',
      'Nimeni nu își dă singur un rol: scoate rândul sau cere altui administrator.',
    ),
  role_overlaps: ({ params }) =>
    text(
      `Persoana are acest rol în alte zile: ${params.days}.`,
      'Scrie aceeași primă zi sau încheie întâi rolul pe pagina persoanei.',
    ),
  last_admin: () =>
    text(
      'Nu ar mai rămâne niciun administrator fără termen.',
      'Numește întâi alt administrator sau lasă ultima zi necompletată.',
    ),
}

import { formatDay, type Language, type Names } from '../../../domain/index.ts'
import { kind } from './kind.ts'

// A type and no interface: only those fit an index signature.
type Report = {
  readonly file: string
  /** Null while neither is known. */
  readonly institution: Names | null
  readonly periodEnd: string | null
}

/** "the report of Gheorgheni at 30 June 2026", or the file's name while no more is known. */
const REPORT: Readonly<Record<Language, (report: Report) => string>> = {
  ro: ({ file, institution, periodEnd }) =>
    institution && periodEnd
      ? `raportul „${institution.ro}” la ${formatDay(periodEnd, 'ro')} (fișierul ${file})`
      : `raportul din fișierul ${file}`,
  hu: ({ file, institution, periodEnd }) =>
    institution && periodEnd
      ? `${institution.hu} jelentése (időszak vége: ${formatDay(periodEnd, 'hu')}, fájl: ${file})`
      : `a(z) ${file} fájlban küldött jelentés`,
  en: ({ file, institution, periodEnd }) =>
    institution && periodEnd
      ? `the report of ${institution.en} at ${formatDay(periodEnd, 'en')} (file ${file})`
      : `the report in the file ${file}`,
}

const OPEN = { ro: 'Deschideți raportul', hu: 'A jelentés megnyitása', en: 'Open the report' }

const optional = { required: false, digest: true, secret: false, validHours: null } as const

/** What becomes of a report, told to whoever sent it. */
export const reportKinds = {
  'report.invalid': kind<Report & { errors: number }>({
    ...optional,
    label: {
      ro: 'Un raport are greșeli de corectat',
      hu: 'Egy jelentésben javítandó hiba van',
      en: 'A report has mistakes to correct',
    },
    texts: {
      ro: report => ({
        subject: `De corectat: ${report.file}`,
        text: `Am citit ${REPORT.ro(report)}. Nu poate fi depus încă: ${report.errors === 1 ? 'are o greșeală' : `are ${report.errors}${report.errors % 100 >= 1 && report.errors % 100 < 20 ? '' : ' de'} greșeli`}.\n\nPagina raportului arată fiecare greșeală cu celula ei și cum se corectează. Corectați fișierul și depuneți-l din nou.`,
        action: OPEN.ro,
      }),
      hu: report => ({
        subject: `Javítandó: ${report.file}`,
        text: `Beolvastuk: ${REPORT.hu(report)}. Még nem nyújtható be: ${report.errors} hiba van benne.\n\nA jelentés oldalán minden hibánál ott a cella és a javítás módja. Javítsa ki a fájlt, és küldje be újra.`,
        action: OPEN.hu,
      }),
      en: report => ({
        subject: `To correct: ${report.file}`,
        text: `We read ${REPORT.en(report)}. It cannot be filed yet: it has ${report.errors === 1 ? 'one mistake' : `${report.errors} mistakes`}.\n\nThe report’s page shows each mistake with its cell and how to fix it. Correct the file and send it again.`,
        action: OPEN.en,
      }),
    },
  }),
  'report.published': kind<Report & { version: number }>({
    ...optional,
    label: {
      ro: 'Un raport a fost publicat',
      hu: 'Egy jelentés megjelent',
      en: 'A report was published',
    },
    texts: {
      ro: report => ({
        subject: `Publicat: ${report.institution?.ro ?? report.file}`,
        text: `A fost publicat ${REPORT.ro(report)}, versiunea ${report.version}. Oricine îl poate citi acum.`,
        action: OPEN.ro,
      }),
      hu: report => ({
        subject: `Megjelent: ${report.institution?.hu ?? report.file}`,
        text: `Megjelent: ${REPORT.hu(report)}, ${report.version}. változat. Mostantól bárki elolvashatja.`,
        action: OPEN.hu,
      }),
      en: report => ({
        subject: `Published: ${report.institution?.en ?? report.file}`,
        text: `Published: ${REPORT.en(report)}, version ${report.version}. Anyone can read it now.`,
        action: OPEN.en,
      }),
    },
  }),
  'report.returned': kind<Report & { reason: string }>({
    ...optional,
    digest: false,
    label: {
      ro: 'Un raport a fost returnat pentru corectare',
      hu: 'Egy jelentést javításra visszaküldtek',
      en: 'A report was returned for correction',
    },
    texts: {
      ro: report => ({
        subject: `Returnat pentru corectare: ${report.institution?.ro ?? report.file}`,
        text: `A fost returnat ${REPORT.ro(report)}.\n\nMotivul: ${report.reason}\n\nCorectați fișierul și depuneți-l din nou.`,
        action: OPEN.ro,
      }),
      hu: report => ({
        subject: `Javításra visszaküldve: ${report.institution?.hu ?? report.file}`,
        text: `Visszaküldtük: ${REPORT.hu(report)}.\n\nIndoklás: ${report.reason}\n\nJavítsa ki a fájlt, és küldje be újra.`,
        action: OPEN.hu,
      }),
      en: report => ({
        subject: `Returned for correction: ${report.institution?.en ?? report.file}`,
        text: `Returned: ${REPORT.en(report)}.\n\nThe reason: ${report.reason}\n\nCorrect the file and send it again.`,
        action: OPEN.en,
      }),
    },
  }),
  'report.failed': kind<Report>({
    ...optional,
    digest: false,
    label: {
      ro: 'Un raport nu a putut fi prelucrat',
      hu: 'Egy jelentést nem sikerült feldolgozni',
      en: 'A report could not be processed',
    },
    texts: {
      ro: report => ({
        subject: `Neprelucrat: ${report.file}`,
        text: `Nu am putut prelucra ${REPORT.ro(report)}: s-a produs o eroare la noi. Fișierul este păstrat.\n\nDepuneți-l din nou; dacă se repetă, anunțați administratorul.`,
        action: OPEN.ro,
      }),
      hu: report => ({
        subject: `Nem sikerült feldolgozni: ${report.file}`,
        text: `Nem tudtuk feldolgozni: ${REPORT.hu(report)}. A hiba nálunk történt, a fájlt megőriztük.\n\nKüldje be újra; ha ismét nem sikerül, szóljon a rendszergazdának.`,
        action: OPEN.hu,
      }),
      en: report => ({
        subject: `Not processed: ${report.file}`,
        text: `We could not process ${REPORT.en(report)}: something went wrong on our side. The file is kept.\n\nSend it again; if it happens once more, tell the administrator.`,
        action: OPEN.en,
      }),
    },
  }),
}

import { formatDay, type Language } from '../../../domain/index.ts'
import { kind } from '../notifications/kind.ts'

type Head = { readonly number: number; readonly hash: string; readonly day: string }

const text: Readonly<Record<Language, (head: Head) => string>> = {
  ro: ({ number, hash, day }) =>
    `La ${formatDay(day, 'ro')} jurnalul de audit are ${number} înregistrări. Amprenta ultimei înregistrări:\n\n${hash}\n\nPăstrați acest mesaj: dovedește că înregistrările de până acum nu au fost schimbate. Comanda „npm run verify” arată aceeași amprentă la numărul ${number}.`,
  hu: ({ number, hash, day }) =>
    `${formatDay(day, 'hu')}: az ellenőrzési naplóban ${number} bejegyzés van. Az utolsó bejegyzés lenyomata:\n\n${hash}\n\nŐrizze meg ezt az üzenetet: bizonyítja, hogy az eddigi bejegyzéseket nem változtatták meg. Az „npm run verify” parancs a(z) ${number}. számnál ugyanezt a lenyomatot mutatja.`,
  en: ({ number, hash, day }) =>
    `On ${formatDay(day, 'en')} the audit has ${number} events. Hash of the last one:\n\n${hash}\n\nKeep this message: it proves that the events up to here were not changed. The command “npm run verify” shows the same hash at number ${number}.`,
}

const subject: Readonly<Record<Language, (head: Head) => string>> = {
  ro: ({ number }) => `Amprenta jurnalului de audit: ${number}`,
  hu: ({ number }) => `Az ellenőrzési napló lenyomata: ${number}`,
  en: ({ number }) => `Head of the audit: ${number}`,
}

const message = (language: Language) => (head: Head) => ({
  subject: subject[language](head),
  text: text[language](head),
  action: null,
})

/** The audit's last hash, kept by someone outside of the installation. */
export const auditKinds = {
  'audit.head': kind<Head>({
    required: true,
    digest: false,
    secret: false,
    validHours: null,
    label: {
      ro: 'Amprenta zilnică a jurnalului de audit',
      hu: 'Az ellenőrzési napló napi lenyomata',
      en: 'Daily head of the audit',
    },
    texts: { ro: message('ro'), hu: message('hu'), en: message('en') },
  }),
}

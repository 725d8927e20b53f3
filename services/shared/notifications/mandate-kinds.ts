import { kind } from './kind.ts'

type Numbered = {
  /** Registration number of the request. */
  readonly number: string
}

/** What concerns a right is told to whoever it belongs to, whatever they chose. */
const forCitizen = { required: true, digest: false, secret: false, validHours: null } as const
const forOffice = { required: false, digest: true, secret: false, validHours: null } as const

const OPEN = { ro: 'Deschideți cererea', hu: 'A kérelem megnyitása', en: 'Open the request' }
const OPEN_MANDATE = { ro: 'Deschideți mandatul', hu: 'A meghatalmazás megnyitása', en: 'Open the mandate' }

/** Requests for mandates and what becomes of them. */
export const mandateKinds = {
  'mandate.requested': kind<Numbered>({
    ...forOffice,
    label: {
      ro: 'O cerere de mandat așteaptă o decizie',
      hu: 'Meghatalmazási kérelem vár döntésre',
      en: 'A request for a mandate waits for a decision',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Cerere de mandat nr. ${number}`,
        text: `A fost înregistrată cererea de mandat nr. ${number}. Termenul curge de astăzi.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Meghatalmazási kérelem, ${number}`,
        text: `Iktattuk a(z) ${number} számú meghatalmazási kérelmet. A határidő mától számít.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `Request for a mandate, no. ${number}`,
        text: `The request for a mandate no. ${number} was registered. Its time runs from today.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.completed': kind<Numbered>({
    ...forOffice,
    label: {
      ro: 'O cerere de mandat a fost completată',
      hu: 'Egy meghatalmazási kérelmet kiegészítettek',
      en: 'A request for a mandate was completed',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Completare la cererea nr. ${number}`,
        text: `Solicitantul a răspuns la cererea de completare. Termenul cererii de mandat nr. ${number} curge din nou.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Kiegészítés a(z) ${number} számú kérelemhez`,
        text: `A kérelmező válaszolt a hiánypótlásra. A(z) ${number} számú meghatalmazási kérelem határideje újra számít.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `Request no. ${number} was completed`,
        text: `The applicant answered. The time of the request for a mandate no. ${number} runs again.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.given_up': kind<Numbered>({
    ...forOffice,
    label: {
      ro: 'O cerere sau un mandat a fost retras',
      hu: 'Egy kérelmet vagy meghatalmazást visszavontak',
      en: 'A request or a mandate was given up',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Retragere: cererea nr. ${number}`,
        text: `Persoana împuternicită a retras cererea nr. ${number} sau a renunțat la mandat. Nu mai este nimic de făcut.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Visszavonás: ${number}`,
        text: `A meghatalmazott visszavonta a(z) ${number} számú kérelmet, vagy lemondott a meghatalmazásról. Nincs további teendő.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `Given up: request no. ${number}`,
        text: `The authorised person withdrew the request no. ${number} or gave up the mandate. Nothing is left to do.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.completion_asked': kind<Numbered>({
    ...forCitizen,
    label: {
      ro: 'Cererea de mandat trebuie completată',
      hu: 'Hiánypótlást kérünk a meghatalmazási kérelemhez',
      en: 'Something is missing from your request for a mandate',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `De completat: cererea de mandat nr. ${number}`,
        text: `Avem nevoie de o completare la cererea dumneavoastră de mandat nr. ${number}. Ce lipsește scrie pe pagina cererii.\n\nTermenul nostru stă până când răspundeți.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Hiánypótlás: ${number} számú meghatalmazási kérelem`,
        text: `A(z) ${number} számú meghatalmazási kérelméhez hiánypótlásra van szükség. A kérelem oldalán olvasható, mi hiányzik.\n\nA mi határidőnk áll, amíg válaszol.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `To complete: your request for a mandate no. ${number}`,
        text: `We need something more for your request for a mandate no. ${number}. The page of the request says what.\n\nOur time stands until you answer.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.confirmed': kind<Numbered>({
    ...forCitizen,
    label: {
      ro: 'Mandatul cerut a fost confirmat',
      hu: 'A kért meghatalmazást megerősítettük',
      en: 'Your mandate was confirmed',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Mandat confirmat: cererea nr. ${number}`,
        text: `Mandatul cerut prin cererea nr. ${number} a fost confirmat. Puteți acționa în numele celui reprezentat în perioada mandatului.\n\nCertificatul este pe pagina mandatului.`,
        action: OPEN_MANDATE.ro,
      }),
      hu: ({ number }) => ({
        subject: `Meghatalmazás megerősítve: ${number}`,
        text: `A(z) ${number} számú kérelemben kért meghatalmazást megerősítettük. A meghatalmazás idején a képviselt nevében járhat el.\n\nAz igazolás a meghatalmazás oldalán van.`,
        action: OPEN_MANDATE.hu,
      }),
      en: ({ number }) => ({
        subject: `Mandate confirmed: request no. ${number}`,
        text: `The mandate that you asked for under no. ${number} was confirmed. You may act for whom you represent during its time.\n\nThe certificate is on the page of the mandate.`,
        action: OPEN_MANDATE.en,
      }),
    },
  }),
  'mandate.refused': kind<Numbered>({
    ...forCitizen,
    label: {
      ro: 'Cererea de mandat a fost refuzată',
      hu: 'A meghatalmazási kérelmet elutasítottuk',
      en: 'Your request for a mandate was refused',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Refuz: cererea de mandat nr. ${number}`,
        text: `Cererea dumneavoastră de mandat nr. ${number} a fost refuzată. Motivul este pe pagina cererii. Puteți face o cerere nouă.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Elutasítva: ${number} számú meghatalmazási kérelem`,
        text: `A(z) ${number} számú meghatalmazási kérelmét elutasítottuk. Az indoklás a kérelem oldalán olvasható. Új kérelmet nyújthat be.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `Refused: your request for a mandate no. ${number}`,
        text: `Your request for a mandate no. ${number} was refused. The reason is on the page of the request. You can make a new one.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.ended': kind<Numbered>({
    ...forCitizen,
    label: {
      ro: 'Un mandat s-a încheiat',
      hu: 'Egy meghatalmazás megszűnt',
      en: 'A mandate of yours ended',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Mandat încheiat: cererea nr. ${number}`,
        text: `Mandatul obținut prin cererea nr. ${number} s-a încheiat. Nu mai puteți acționa în numele celui reprezentat, iar certificatul nu mai este valabil.`,
        action: OPEN_MANDATE.ro,
      }),
      hu: ({ number }) => ({
        subject: `Megszűnt meghatalmazás: ${number}`,
        text: `A(z) ${number} számú kérelemmel szerzett meghatalmazás megszűnt. A képviselt nevében többé nem járhat el, és az igazolás sem érvényes.`,
        action: OPEN_MANDATE.hu,
      }),
      en: ({ number }) => ({
        subject: `Mandate ended: request no. ${number}`,
        text: `The mandate of your request no. ${number} ended. You can no longer act for whom you represented, and the certificate is no longer valid.`,
        action: OPEN_MANDATE.en,
      }),
    },
  }),
}

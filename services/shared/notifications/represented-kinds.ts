import { kind } from './kind.ts'

type Numbered = {
  /** Registration number of the request. */
  readonly number: string
}

/** Who acts in their name is told to whoever is represented, whatever they chose. */
const forRepresented = { required: true, digest: false, secret: false, validHours: null } as const

const OPEN = { ro: 'Vedeți cine și de când', hu: 'Nézze meg, ki és mióta', en: 'See who and since when' }

/** Mandates as whoever is represented hears of them: names stand on the page only, where they are sealed. */
export const representedKinds = {
  'mandate.requested_for': kind<Numbered>({
    ...forRepresented,
    label: {
      ro: 'Cineva cere să acționeze în numele tău sau al firmei',
      hu: 'Valaki a nevedben vagy a céged nevében szeretne eljárni',
      en: 'Somebody asks to act for you or your company',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Se cere un mandat în numele dumneavoastră: nr. ${number}`,
        text: `Prin cererea nr. ${number} cineva cere dreptul de a acționa în numele dumneavoastră sau al celui pentru care răspundeți. Încă nu s-a luat o decizie.\n\nDacă nu știți despre această cerere, anunțați-ne înainte de decizie.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Meghatalmazást kérnek az Ön nevében: ${number}`,
        text: `A(z) ${number} számú kérelemben valaki azt kéri, hogy az Ön vagy az Ön által képviselt nevében járhasson el. Döntés még nem született.\n\nHa nem tud erről a kérelemről, jelezze nekünk a döntés előtt.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `A mandate is asked for in your name: no. ${number}`,
        text: `With the request no. ${number} somebody asks to act for you, or for whom you answer for. Nothing is decided yet.\n\nIf you know nothing of this request, tell us before the decision.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.confirmed_for': kind<Numbered>({
    ...forRepresented,
    label: {
      ro: 'Cineva poate acționa în numele tău sau al firmei',
      hu: 'Valaki a nevedben vagy a céged nevében eljárhat',
      en: 'Somebody may act for you or your company',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Mandat confirmat în numele dumneavoastră: nr. ${number}`,
        text: `Mandatul cerut prin cererea nr. ${number} a fost confirmat: cineva poate acționa de acum în numele dumneavoastră sau al celui pentru care răspundeți.\n\nO procură o puteți revoca oricând, pe pagina mandatului.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Megerősített meghatalmazás az Ön nevében: ${number}`,
        text: `A(z) ${number} számú kérelemben kért meghatalmazást megerősítettük: valaki mostantól az Ön vagy az Ön által képviselt nevében eljárhat.\n\nAz írásos meghatalmazást a meghatalmazás oldalán bármikor visszavonhatja.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `Mandate confirmed in your name: no. ${number}`,
        text: `The mandate of the request no. ${number} was confirmed: somebody may now act for you, or for whom you answer for.\n\nYou can revoke a power of attorney at any time, on the page of the mandate.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.ended_for': kind<Numbered>({
    ...forRepresented,
    label: {
      ro: 'Un mandat în numele tău sau al firmei s-a încheiat',
      hu: 'Megszűnt egy meghatalmazás, amellyel a nevedben vagy a céged nevében jártak el',
      en: 'A mandate in your name or your company’s ended',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Mandat încheiat în numele dumneavoastră: nr. ${number}`,
        text: `Cererea sau mandatul nr. ${number} s-a încheiat. Persoana nu mai poate acționa în numele dumneavoastră sau al celui pentru care răspundeți.`,
        action: OPEN.ro,
      }),
      hu: ({ number }) => ({
        subject: `Megszűnt meghatalmazás az Ön nevében: ${number}`,
        text: `A(z) ${number} számú kérelem vagy meghatalmazás lezárult. Az illető nem járhat el az Ön vagy az Ön által képviselt nevében.`,
        action: OPEN.hu,
      }),
      en: ({ number }) => ({
        subject: `Mandate ended in your name: no. ${number}`,
        text: `The request or mandate no. ${number} is over. The person can not act for you, or for whom you answer for.`,
        action: OPEN.en,
      }),
    },
  }),
  'mandate.revoked': kind<Numbered>({
    ...{ required: false, digest: true, secret: false, validHours: null },
    label: {
      ro: 'Cel reprezentat a revocat un mandat',
      hu: 'A képviselt visszavont egy meghatalmazást',
      en: 'Who is represented revoked a mandate',
    },
    texts: {
      ro: ({ number }) => ({
        subject: `Mandat revocat: nr. ${number}`,
        text: `Mandatul nr. ${number} a fost revocat de cel reprezentat sau de cine răspunde pentru el. Certificatul nu mai este valabil; nu mai este nimic de făcut.`,
        action: 'Deschideți mandatul',
      }),
      hu: ({ number }) => ({
        subject: `Visszavont meghatalmazás: ${number}`,
        text: `A(z) ${number} számú meghatalmazást a képviselt, vagy aki érte felel, visszavonta. Az igazolás már nem érvényes; nincs további teendő.`,
        action: 'A meghatalmazás megnyitása',
      }),
      en: ({ number }) => ({
        subject: `Mandate revoked: no. ${number}`,
        text: `The mandate no. ${number} was revoked by who is represented, or by who answers for them. The certificate is no longer valid; nothing is left to do.`,
        action: 'Open the mandate',
      }),
    },
  }),
}

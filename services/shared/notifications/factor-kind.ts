import type { Language } from '../../../domain/index.ts'
import { kind } from './kind.ts'

/** What can change in the ways into an account, besides its password. */
export type FactorChange =
  | 'totp_on'
  | 'totp_off'
  | 'codes_renewed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'identity_linked'
  | 'identity_unlinked'

type Changed = {
  readonly change: FactorChange
  /** Of the passkey or of the provider; empty where the change concerns no such thing. */
  readonly name: string
}

type Words = Readonly<Record<FactorChange, (name: string) => { subject: string; what: string }>>

const RO: Words = {
  totp_on: () => ({
    subject: 'Verificarea în doi pași este pornită',
    what: 'De acum, la intrarea cu parola, contul cere și un cod din aplicația de autentificare.',
  }),
  totp_off: () => ({
    subject: 'Verificarea în doi pași este oprită',
    what: 'De acum contul se deschide numai cu parola, fără cod. Codurile de recuperare nu mai sunt bune.',
  }),
  codes_renewed: () => ({
    subject: 'Aveți coduri de recuperare noi',
    what: 'S-au făcut alte coduri de recuperare. Cele de până acum nu mai sunt bune.',
  }),
  passkey_added: name => ({
    subject: 'O cheie de acces nouă deschide contul',
    what: `De acum contul se deschide și cu cheia de acces „${name}”.`,
  }),
  passkey_removed: name => ({
    subject: 'O cheie de acces a fost ștearsă',
    what: `Cheia de acces „${name}” nu mai deschide contul.`,
  }),
  identity_linked: name => ({
    subject: `Contul se deschide și prin ${name}`,
    what: `De acum se poate intra în cont și prin ${name}.`,
  }),
  identity_unlinked: name => ({
    subject: `Contul nu se mai deschide prin ${name}`,
    what: `Prin ${name} nu se mai poate intra în cont.`,
  }),
}

const HU: Words = {
  totp_on: () => ({
    subject: 'A kétlépcsős ellenőrzés be van kapcsolva',
    what: 'A fiók mostantól a jelszó mellett a hitelesítő alkalmazás kódját is kéri.',
  }),
  totp_off: () => ({
    subject: 'A kétlépcsős ellenőrzés ki van kapcsolva',
    what: 'A fiók mostantól a jelszóval, kód nélkül nyílik. A helyreállító kódok nem érvényesek többé.',
  }),
  codes_renewed: () => ({
    subject: 'Új helyreállító kódok készültek',
    what: 'Új helyreállító kódok készültek. A korábbiak nem érvényesek többé.',
  }),
  passkey_added: name => ({
    subject: 'Új belépőkulcs nyitja a fiókot',
    what: `A fiókot mostantól ez a belépőkulcs is nyitja: „${name}”.`,
  }),
  passkey_removed: name => ({
    subject: 'Egy belépőkulcsot töröltek',
    what: `Ez a belépőkulcs nem nyitja többé a fiókot: „${name}”.`,
  }),
  identity_linked: name => ({
    subject: `A fiók így is nyitható: ${name}`,
    what: `Mostantól ezen a szolgáltatáson át is be lehet lépni a fiókba: ${name}.`,
  }),
  identity_unlinked: name => ({
    subject: `A fiók így már nem nyitható: ${name}`,
    what: `Ezen a szolgáltatáson át nem lehet többé belépni a fiókba: ${name}.`,
  }),
}

const EN: Words = {
  totp_on: () => ({
    subject: 'Two-step verification is on',
    what: 'From now on the account asks for a code from the authenticator app besides the password.',
  }),
  totp_off: () => ({
    subject: 'Two-step verification is off',
    what: 'From now on the password alone opens the account. The recovery codes are no longer good.',
  }),
  codes_renewed: () => ({
    subject: 'You have new recovery codes',
    what: 'New recovery codes were made. The ones before are no longer good.',
  }),
  passkey_added: name => ({
    subject: 'A new passkey opens your account',
    what: `From now on the passkey “${name}” opens the account too.`,
  }),
  passkey_removed: name => ({
    subject: 'A passkey was removed',
    what: `The passkey “${name}” no longer opens the account.`,
  }),
  identity_linked: name => ({
    subject: `Your account opens through ${name} too`,
    what: `From now on one can sign in to the account through ${name}.`,
  }),
  identity_unlinked: name => ({
    subject: `Your account no longer opens through ${name}`,
    what: `One can no longer sign in to the account through ${name}.`,
  }),
}

const NOT_YOU: Readonly<Record<Language, string>> = {
  ro: 'Dacă nu ați făcut dumneavoastră schimbarea, schimbați imediat parola, încheiați celelalte sesiuni și verificați pe pagina de securitate cine poate intra în cont.',
  hu: 'Ha nem Ön változtatta meg, azonnal cseréljen jelszót, fejezze be a többi munkamenetet, és nézze meg a biztonsági oldalon, ki léphet be a fiókba.',
  en: 'If it was not you, change your password at once, end the other sessions, and look on the security page who can get into the account.',
}

const say =
  (words: Words, language: Language, action: string) =>
  ({ change, name }: Changed) => {
    const { subject, what } = words[change](name)
    return { subject, text: `${what}\n\n${NOT_YOU[language]}`, action }
  }

/** Whoever takes over an account begins by changing its ways in: the owner hears of each change, and cannot opt out. */
export const factorKinds = {
  'account.factor_changed': kind<Changed>({
    required: true,
    digest: false,
    secret: false,
    validHours: null,
    label: {
      ro: 'S-a schimbat felul în care se intră în cont',
      hu: 'Megváltozott, hogyan lehet belépni a fiókba',
      en: 'The ways into the account changed',
    },
    texts: {
      ro: say(RO, 'ro', 'Securitatea contului'),
      hu: say(HU, 'hu', 'A fiók biztonsága'),
      en: say(EN, 'en', 'Security of the account'),
    },
  }),
}

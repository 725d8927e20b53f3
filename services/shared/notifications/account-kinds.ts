import { formatDay } from '../../../domain/index.ts'
import { kind } from './kind.ts'

const safety = { required: true, digest: false } as const
const letsIn = (validHours: number) => ({ ...safety, secret: true, validHours })
const tells = { ...safety, secret: false, validHours: null }

/** What an account's owner must hear of: links that let in, and changes that somebody else might have made. */
export const accountKinds = {
  'account.sign_up': kind<Record<string, never>>({
    ...letsIn(24),
    label: { ro: 'Deschiderea unui cont', hu: 'Fiók nyitása', en: 'Opening an account' },
    texts: {
      ro: () => ({
        subject: 'Confirmați adresa și deschideți contul',
        text: 'Cineva, probabil dumneavoastră, a cerut un cont cu această adresă de e-mail. Legătura de mai jos confirmă adresa; apoi alegeți numele și parola. Este valabilă 24 de ore.\n\nDacă nu ați cerut un cont, nu faceți nimic: fără legătură nu se deschide niciunul.',
        action: 'Continuați',
      }),
      hu: () => ({
        subject: 'Erősítse meg a címet, és nyissa meg a fiókot',
        text: 'Valaki, feltehetőleg Ön, fiókot kért ezzel az e-mail-címmel. Az alábbi hivatkozás megerősíti a címet; utána választhat nevet és jelszót. A hivatkozás 24 óráig érvényes.\n\nHa nem kért fiókot, nincs teendője: a hivatkozás nélkül nem nyílik fiók.',
        action: 'Tovább',
      }),
      en: () => ({
        subject: 'Confirm your address and open your account',
        text: 'Someone, probably you, asked for an account with this e-mail address. The link below confirms the address; then you choose a name and a password. It is good for 24 hours.\n\nIf you did not ask for an account, do nothing: without the link none is opened.',
        action: 'Continue',
      }),
    },
  }),
  'account.exists': kind<Record<string, never>>({
    ...tells,
    label: { ro: 'Contul există deja', hu: 'Már van ilyen fiók', en: 'You already have an account' },
    texts: {
      ro: () => ({
        subject: 'Aveți deja un cont',
        text: 'Cineva, probabil dumneavoastră, a vrut să folosească această adresă pentru un cont. Există deja unul cu ea: intrați în cont sau, dacă ați uitat parola, cereți alta de pe pagina de intrare.\n\nDacă nu ați fost dumneavoastră, nu faceți nimic: nu s-a schimbat nimic.',
        action: 'Intrați în cont',
      }),
      hu: () => ({
        subject: 'Már van fiókja',
        text: 'Valaki, feltehetőleg Ön, ezt a címet akarta használni egy fiókhoz. Ezzel a címmel már van fiók: jelentkezzen be, vagy ha elfelejtette a jelszavát, kérjen újat a bejelentkezési oldalon.\n\nHa nem Ön volt, nincs teendője: semmi sem változott.',
        action: 'Bejelentkezés',
      }),
      en: () => ({
        subject: 'You already have an account',
        text: 'Someone, probably you, wanted to use this address for an account. There is one with it already: sign in or, if you forgot the password, ask for another on the sign-in page.\n\nIf it was not you, do nothing: nothing has changed.',
        action: 'Sign in',
      }),
    },
  }),
  'account.password_reset': kind<Record<string, never>>({
    ...letsIn(1),
    label: { ro: 'O parolă nouă', hu: 'Új jelszó', en: 'A new password' },
    texts: {
      ro: () => ({
        subject: 'Alegeți o parolă nouă',
        text: 'S-a cerut o parolă nouă pentru contul dumneavoastră. Legătura de mai jos este valabilă o oră și poate fi folosită o singură dată.\n\nDacă nu ați cerut-o, nu faceți nimic: parola rămâne cea de până acum.',
        action: 'Alegeți parola',
      }),
      hu: () => ({
        subject: 'Válasszon új jelszót',
        text: 'Új jelszót kértek a fiókjához. Az alábbi hivatkozás egy óráig érvényes, és egyszer használható.\n\nHa nem Ön kérte, nincs teendője: a jelszava nem változik.',
        action: 'Jelszó választása',
      }),
      en: () => ({
        subject: 'Choose a new password',
        text: 'A new password was asked for your account. The link below is good for an hour, and once.\n\nIf you did not ask for it, do nothing: your password stays as it is.',
        action: 'Choose a password',
      }),
    },
  }),
  'account.password_changed': kind<Record<string, never>>({
    ...tells,
    label: { ro: 'Parola s-a schimbat', hu: 'A jelszó megváltozott', en: 'The password was changed' },
    texts: {
      ro: () => ({
        subject: 'Parola contului s-a schimbat',
        text: 'Parola contului dumneavoastră s-a schimbat, iar celelalte sesiuni s-au încheiat.\n\nDacă nu ați schimbat-o dumneavoastră, cereți imediat alta de pe pagina de intrare și verificați cheile pentru programe.',
        action: 'Securitatea contului',
      }),
      hu: () => ({
        subject: 'A fiók jelszava megváltozott',
        text: 'A fiókja jelszava megváltozott, a többi munkamenet véget ért.\n\nHa nem Ön változtatta meg, azonnal kérjen újat a bejelentkezési oldalon, és nézze át a programok kulcsait.',
        action: 'A fiók biztonsága',
      }),
      en: () => ({
        subject: 'The password of your account was changed',
        text: 'The password of your account was changed, and your other sessions ended.\n\nIf it was not you, ask for another at once on the sign-in page and look through your keys for programs.',
        action: 'Security of the account',
      }),
    },
  }),
  'account.email_change': kind<Record<string, never>>({
    ...letsIn(24),
    label: { ro: 'Confirmarea adresei noi', hu: 'Az új cím megerősítése', en: 'Confirming a new address' },
    texts: {
      ro: () => ({
        subject: 'Confirmați adresa nouă de e-mail',
        text: 'S-a cerut ca un cont să folosească această adresă de e-mail. Legătura de mai jos o confirmă; este valabilă 24 de ore.\n\nDacă nu știți despre ce este vorba, nu faceți nimic.',
        action: 'Confirmați adresa',
      }),
      hu: () => ({
        subject: 'Erősítse meg az új e-mail-címet',
        text: 'Egy fiókhoz ezt az e-mail-címet kérték. Az alábbi hivatkozás megerősíti; 24 óráig érvényes.\n\nHa nem tudja, miről van szó, nincs teendője.',
        action: 'Cím megerősítése',
      }),
      en: () => ({
        subject: 'Confirm your new e-mail address',
        text: 'An account was asked to use this e-mail address. The link below confirms it; it is good for 24 hours.\n\nIf you do not know what this is about, do nothing.',
        action: 'Confirm the address',
      }),
    },
  }),
  'account.email_changed': kind<{ readonly email: string }>({
    ...tells,
    label: {
      ro: 'Adresa contului s-a schimbat',
      hu: 'A fiók címe megváltozott',
      en: 'The address was changed',
    },
    texts: {
      ro: ({ email }) => ({
        subject: 'Adresa contului s-a schimbat',
        text: `Contul care folosea această adresă folosește de acum ${email}. Aici nu mai primiți mesaje.\n\nDacă nu ați schimbat-o dumneavoastră, scrieți imediat consiliului județean.`,
        action: null,
      }),
      hu: ({ email }) => ({
        subject: 'A fiók címe megváltozott',
        text: `Az eddig ezt a címet használó fiók mostantól a következőt használja: ${email}. Ide nem küldünk több üzenetet.\n\nHa nem Ön változtatta meg, azonnal írjon a megyei tanácsnak.`,
        action: null,
      }),
      en: ({ email }) => ({
        subject: 'The address of your account was changed',
        text: `The account that used this address now uses ${email}. No more messages will come here.\n\nIf it was not you, write to the county council at once.`,
        action: null,
      }),
    },
  }),
  'account.locked': kind<Record<string, never>>({
    ...letsIn(24),
    label: { ro: 'Contul s-a blocat', hu: 'A fiók zárolva', en: 'The account was locked' },
    texts: {
      ro: () => ({
        subject: 'Contul este blocat pentru dispozitive noi',
        text: 'Cineva a încercat de multe ori să intre în contul dumneavoastră cu o parolă greșită. Dispozitivele pe care ați mai intrat merg în continuare; pe altele contul se deschide din nou peste o oră sau imediat, cu legătura de mai jos.\n\nParola nu a fost ghicită. Dacă o folosiți și în altă parte, schimbați-o.',
        action: 'Deblocați contul',
      }),
      hu: () => ({
        subject: 'A fiók zárolva van az új eszközök elől',
        text: 'Valaki sokszor próbált hibás jelszóval belépni a fiókjába. Azok az eszközök, amelyeken már bejelentkezett, tovább működnek; másokon a fiók egy óra múlva, vagy az alábbi hivatkozással azonnal megnyílik.\n\nA jelszót nem találták el. Ha máshol is használja, cserélje le.',
        action: 'A zárolás feloldása',
      }),
      en: () => ({
        subject: 'Your account is locked for new devices',
        text: 'Someone tried many times to get into your account with a wrong password. Devices on which you signed in before go on working; on others the account opens again in an hour, or at once with the link below.\n\nThe password was not guessed. If you use it elsewhere too, change it.',
        action: 'Unlock the account',
      }),
    },
  }),
  'account.deletion_asked': kind<{ readonly due: string }>({
    ...tells,
    label: { ro: 'Contul va fi șters', hu: 'A fiókot töröljük', en: 'The account will be deleted' },
    texts: {
      ro: ({ due }) => ({
        subject: `Contul se șterge la ${formatDay(due, 'ro')}`,
        text: `Ați cerut ștergerea contului. Sesiunile și cheile pentru programe s-au încheiat, iar la ${formatDay(due, 'ro')} se șterge și tot ce ține de cont, afară de ce trebuie păstrat prin lege.\n\nDacă v-ați răzgândit, sau dacă nu ați cerut dumneavoastră ștergerea, intrați în cont până atunci și păstrați-l.`,
        action: 'Păstrați contul',
      }),
      hu: ({ due }) => ({
        subject: `A fiók törlése: ${formatDay(due, 'hu')}`,
        text: `A fiókja törlését kérte. A munkamenetek és a programok kulcsai véget értek; ekkor mindent törlünk, ami a fiókhoz tartozik, kivéve, amit a törvény szerint meg kell őrizni: ${formatDay(due, 'hu')}\n\nHa meggondolta magát, vagy nem Ön kérte a törlést, addig jelentkezzen be, és tartsa meg a fiókot.`,
        action: 'A fiók megtartása',
      }),
      en: ({ due }) => ({
        subject: `Your account will be deleted on ${formatDay(due, 'en')}`,
        text: `You asked for your account to be deleted. Sessions and keys for programs have ended; on ${formatDay(due, 'en')} everything that belongs to the account is erased, except what the law says must be kept.\n\nIf you changed your mind, or if it was not you, sign in before then and keep the account.`,
        action: 'Keep the account',
      }),
    },
  }),
}

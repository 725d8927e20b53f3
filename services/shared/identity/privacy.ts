import { sql } from 'kysely'
import { deleteBefore, type Processing, rowsOf } from '../privacy/processing.ts'

const OFFICE = {
  ro: 'Administratorii instalației',
  hu: 'A rendszer rendszergazdái',
  en: 'Administrators of the installation',
}

/** Accounts, sign-ins and roles. */
export const accountProcessing: Processing = {
  code: 'accounts',
  name: { ro: 'Conturi și autentificare', hu: 'Fiókok és bejelentkezés', en: 'Accounts and sign-in' },
  purpose: {
    ro: 'Recunoașterea persoanei care folosește serviciile electronice ale consiliului județean și a drepturilor pe care le are.',
    hu: 'A megyei tanács elektronikus szolgáltatásait használó személynek és jogosultságainak azonosítása.',
    en: "To recognise who uses the county council's electronic services, and what they may do.",
  },
  basis: [
    { gdpr: '6.1.e', law: 'OUG nr. 57/2019, art. 173' },
    { gdpr: '6.1.c', law: 'Legea nr. 58/2023' },
  ],
  people: {
    ro: 'Persoanele care au un cont: cetățeni, reprezentanți ai instituțiilor și firmelor, funcționari',
    hu: 'Fiókkal rendelkező személyek: állampolgárok, intézmények és cégek képviselői, tisztviselők',
    en: 'People with an account: citizens, representatives of institutions and companies, officials',
  },
  recipients: OFFICE,
  fields: [
    {
      table: 'auth_user',
      columns: ['id', 'name', 'email', 'emailVerified', 'image', 'language'],
      what: {
        ro: 'Nume, adresă de e-mail, limba preferată',
        hu: 'Név, e-mail-cím, választott nyelv',
        en: 'Name, e-mail address, preferred language',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'auth_account',
      columns: ['accountId', 'userId', 'password'],
      what: {
        ro: 'Amprenta parolei (nu parola însăși)',
        hu: 'A jelszó lenyomata (nem maga a jelszó)',
        en: 'Hash of the password (never the password itself)',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'auth_session',
      columns: ['userId', 'ipAddress', 'userAgent'],
      what: {
        ro: 'Sesiuni deschise: adresă IP, programul de navigare, ora',
        hu: 'Nyitott munkamenetek: IP-cím, böngésző, időpont',
        en: 'Open sessions: IP address, browser, time',
      },
      retention: { kind: 'days', days: 1, after: 'end', purge: deleteBefore('auth_session', 'expiresAt') },
      onErasure: 'deleted',
    },
    {
      table: 'auth_verification',
      columns: ['identifier'],
      what: {
        ro: 'Coduri trimise pentru confirmarea adresei sau pentru o parolă nouă',
        hu: 'A cím megerősítéséhez vagy új jelszóhoz küldött kódok',
        en: 'Codes sent to confirm an address or for a new password',
      },
      retention: {
        kind: 'days',
        days: 1,
        after: 'end',
        purge: deleteBefore('auth_verification', 'expiresAt'),
      },
      onErasure: 'deleted',
    },
    {
      table: 'account_link',
      columns: ['user_id', 'email'],
      what: {
        ro: 'Adresa la care s-a trimis o legătură de confirmare',
        hu: 'A cím, amelyre megerősítő hivatkozást küldtünk',
        en: 'Address that a link to confirm was sent to',
      },
      retention: { kind: 'days', days: 1, after: 'end', purge: deleteBefore('account_link', 'expires_at') },
      onErasure: 'deleted',
    },
    {
      table: 'membership',
      columns: ['user_id', 'granted_by', 'ended_by'],
      what: {
        ro: 'Roluri, perioada lor și cine le-a acordat sau retras',
        hu: 'Szerepkörök, időtartamuk, és aki megadta vagy visszavonta őket',
        en: 'Roles, their period, and who gave or ended them',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'deputy',
      columns: ['principal', 'deputy', 'named_by', 'ended_by'],
      what: {
        ro: 'Înlocuitori și perioada lor',
        hu: 'Helyettesek és időtartamuk',
        en: 'Deputies and their period',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'api_token',
      columns: ['user_id', 'name'],
      what: {
        ro: 'Chei de acces pentru programe (numai amprenta lor)',
        hu: 'Programok hozzáférési kulcsai (csak a lenyomatuk)',
        en: 'Access tokens for programs (only their hash)',
      },
      retention: { kind: 'days', days: 30, after: 'end', purge: deleteBefore('api_token', 'expires_at') },
      onErasure: 'deleted',
    },
  ],
  collect: async (store, person) => ({
    account: await rowsOf(
      store,
      'auth_user',
      ['id', 'name', 'email', 'emailVerified', 'language', 'createdAt', 'updatedAt'],
      'id',
      person,
    ),
    signInMethods: await rowsOf(
      store,
      'auth_account',
      ['providerId', 'createdAt', 'updatedAt'],
      'userId',
      person,
    ),
    sessions: await rowsOf(
      store,
      'auth_session',
      ['createdAt', 'expiresAt', 'ipAddress', 'userAgent'],
      'userId',
      person,
    ),
    roles: await rowsOf(
      store,
      'membership',
      ['role', 'organisation_id', 'valid_from', 'valid_until'],
      'user_id',
      person,
    ),
    rolesGiven: await rowsOf(
      store,
      'membership',
      ['role', 'organisation_id', 'valid_from'],
      'granted_by',
      person,
    ),
    rolesEnded: await rowsOf(
      store,
      'membership',
      ['role', 'organisation_id', 'valid_until'],
      'ended_by',
      person,
    ),
    deputies: await rowsOf(
      store,
      'deputy',
      ['deputy', 'organisation_id', 'valid_from', 'valid_until', 'ended_at'],
      'principal',
      person,
    ),
    deputyOf: await rowsOf(
      store,
      'deputy',
      ['principal', 'organisation_id', 'valid_from', 'valid_until', 'ended_at'],
      'deputy',
      person,
    ),
    deputiesNamed: await rowsOf(
      store,
      'deputy',
      ['organisation_id', 'valid_from', 'valid_until'],
      'named_by',
      person,
    ),
    deputiesEnded: await rowsOf(store, 'deputy', ['organisation_id', 'ended_at'], 'ended_by', person),
    tokens: await rowsOf(store, 'api_token', ['id', 'created_at', 'expires_at'], 'user_id', person),
  }),
  erase: async (store, person) => {
    await sql`delete from auth_verification where value = ${person}
      or identifier in (select email from auth_user where id = ${person} union all select ${person})`.execute(
      store,
    )
    // Roles and deputies of others that the person gave or ended stay theirs, without leading to the person.
    await sql`update membership set granted_by = 'erased' where granted_by = ${person} and user_id <> ${person}`.execute(
      store,
    )
    await sql`update membership set ended_by = 'erased' where ended_by = ${person} and user_id <> ${person}`.execute(
      store,
    )
    await sql`update deputy set named_by = 'erased' where named_by = ${person}`.execute(store)
    await sql`update deputy set ended_by = 'erased' where ended_by = ${person}`.execute(store)
  },
}

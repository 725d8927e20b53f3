import { sql } from 'kysely'
import { type Processing, type Purge, rowsOf } from '../privacy/processing.ts'

const forgetInvitations: Purge = async (store, before) => {
  const { numDeletedRows } = await store
    .deleteFrom('invitation')
    .where(({ fn }) => fn.coalesce('accepted_at', 'revoked_at', 'expires_at'), '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Invitations to act for an organisation, and how organisations are reached. */
export const organisationProcessing: Processing = {
  code: 'organisations',
  name: {
    ro: 'Organizații și invitații',
    hu: 'Szervezetek és meghívások',
    en: 'Organisations and invitations',
  },
  purpose: {
    ro: 'Datele de contact publice ale instituțiilor și invitarea celor care lucrează în numele lor.',
    hu: 'Az intézmények nyilvános elérhetőségei, és a nevükben eljáró személyek meghívása.',
    en: 'Public contacts of institutions, and inviting those who act for them.',
  },
  basis: [
    { gdpr: '6.1.e', law: 'OUG nr. 57/2019' },
    { gdpr: '6.1.c', law: 'Legea nr. 544/2001, art. 5' },
  ],
  people: {
    ro: 'Persoane invitate; persoane de contact ale instituțiilor',
    hu: 'Meghívott személyek; az intézmények kapcsolattartói',
    en: 'People invited; contact persons of institutions',
  },
  recipients: {
    ro: 'Administratorii organizației; datele de contact ale instituțiilor sunt publice',
    hu: 'A szervezet rendszergazdái; az intézmények elérhetőségei nyilvánosak',
    en: "The organisation's administrators; contacts of institutions are public",
  },
  fields: [
    {
      table: 'invitation',
      columns: ['email', 'invited_by', 'accepted_by', 'revoked_by'],
      what: {
        ro: 'Adresa invitată; cine a invitat, a acceptat sau a revocat',
        hu: 'A meghívott cím; ki hívta meg, fogadta el vagy vonta vissza',
        en: 'The address invited; who invited, accepted or revoked',
      },
      retention: { kind: 'days', days: 90, after: 'end', purge: forgetInvitations },
      onErasure: 'deleted',
    },
    {
      table: 'organisation_contact',
      columns: ['value', 'label'],
      what: {
        ro: 'Telefon, e-mail și adresă de contact ale instituției',
        hu: 'Az intézmény telefonszáma, e-mail-címe, postacíme',
        en: 'Telephone, e-mail and address of the institution',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 544/2001' },
      onErasure: 'pseudonymised',
    },
  ],
  collect: async (store, person) => {
    const account = await store
      .selectFrom('auth_user')
      .select('email')
      .where('id', '=', person)
      .executeTakeFirst()
    const columns = [
      'email',
      'role',
      'organisation_id',
      'created_at',
      'expires_at',
      'accepted_at',
      'revoked_at',
    ]
    return {
      invitations: await rowsOf(store, 'invitation', columns, 'email', account?.email ?? ''),
      // Whom the person wrote to is told without the addresses: those are of others.
      invited: await rowsOf(store, 'invitation', columns.slice(1), 'invited_by', person),
      accepted: await rowsOf(store, 'invitation', columns, 'accepted_by', person),
      withdrawn: await rowsOf(store, 'invitation', columns.slice(1), 'revoked_by', person),
    }
  },
  erase: async (store, person) => {
    // What was sent to the person, or taken by them; and what they sent and waits: nobody can accept it any more.
    await sql`delete from invitation where email in (select email from auth_user where id = ${person})
      or accepted_by = ${person}
      or (invited_by = ${person} and accepted_at is null)`.execute(store)
    await sql`update invitation set invited_by = 'erased' where invited_by = ${person}`.execute(store)
    await sql`update invitation set revoked_by = null where revoked_by = ${person}`.execute(store)
  },
}

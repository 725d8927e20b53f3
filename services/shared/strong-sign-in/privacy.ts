import { deleteBefore, type Processing, rowsOf } from '../privacy/processing.ts'

/** What makes a sign-in strong. */
export const strongSignInProcessing: Processing = {
  code: 'strong-sign-in',
  name: {
    ro: 'Autentificare în doi pași, chei de acces și identități legate',
    hu: 'Kétlépcsős bejelentkezés, belépőkulcsok és összekapcsolt azonosítók',
    en: 'Second factors, passkeys and linked identities',
  },
  purpose: {
    ro: 'Protejarea contului împotriva folosirii de către altcineva.',
    hu: 'A fiók védelme a más általi használattól.',
    en: 'To protect an account from use by others.',
  },
  basis: [{ gdpr: '6.1.e', law: 'Legea nr. 58/2023' }],
  people: {
    ro: 'Persoanele care au un cont',
    hu: 'Fiókkal rendelkező személyek',
    en: 'People with an account',
  },
  recipients: {
    ro: 'Nimeni; la autentificarea prin alt furnizor, acela',
    hu: 'Senki; más szolgáltatóval való bejelentkezéskor az a szolgáltató',
    en: 'Nobody; when signing in with another provider, that provider',
  },
  fields: [
    {
      table: 'second_factor',
      columns: ['user_id', 'secret'],
      what: {
        ro: 'Secretul aplicației de autentificare, criptat',
        hu: 'A hitelesítő alkalmazás titka, titkosítva',
        en: "The authenticator app's secret, encrypted",
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'recovery_code',
      columns: ['user_id'],
      what: {
        ro: 'Coduri de recuperare (numai amprenta lor)',
        hu: 'Helyreállító kódok (csak a lenyomatuk)',
        en: 'Recovery codes (only their hash)',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'passkey',
      columns: ['user_id', 'name'],
      what: {
        ro: 'Chei de acces: numele dat de persoană, cheia publică, ultima folosire',
        hu: 'Belépőkulcsok: a személy által adott név, nyilvános kulcs, utolsó használat',
        en: 'Passkeys: the name that the person gave, public key, last use',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'linked_identity',
      columns: ['user_id', 'subject', 'email'],
      what: {
        ro: 'Identități de la alți furnizori legate de cont',
        hu: 'A fiókhoz kapcsolt külső azonosítók',
        en: 'Identities of other providers that are linked to the account',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'sign_in_challenge',
      columns: ['user_id'],
      what: {
        ro: 'Autentificări aflate în curs',
        hu: 'Folyamatban lévő bejelentkezések',
        en: 'Sign-ins under way',
      },
      retention: {
        kind: 'days',
        days: 1,
        after: 'end',
        purge: deleteBefore('sign_in_challenge', 'expires_at'),
      },
      onErasure: 'deleted',
    },
  ],
  collect: async (store, person) => ({
    secondFactor: await rowsOf(store, 'second_factor', ['confirmed_at'], 'user_id', person),
    recoveryCodes: await rowsOf(store, 'recovery_code', ['used_at'], 'user_id', person),
    passkeys: await rowsOf(store, 'passkey', ['name', 'created_at', 'last_used_at'], 'user_id', person),
    linkedIdentities: await rowsOf(
      store,
      'linked_identity',
      ['provider', 'issuer', 'subject', 'email', 'created_at', 'last_used_at'],
      'user_id',
      person,
    ),
  }),
  erase: async () => {},
}

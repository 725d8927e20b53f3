import { type Processing, rowsOf } from '../privacy/processing.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { openFor } from '../vault/person-keys.ts'
import { PERSONAL } from './commitment.ts'

const EVENT = ['at', 'action', 'subject_kind', 'subject_id', 'detail']

/** The audit: who did what, and when. */
export const auditProcessing: Processing = {
  code: 'audit',
  name: { ro: 'Jurnalul de audit', hu: 'Ellenőrzési napló', en: 'Audit' },
  purpose: {
    ro: 'Dovada fiecărei modificări făcute în sistem: cine, ce și când. Jurnalul nu poate fi modificat, nici de administratori.',
    hu: 'Minden változtatás bizonyítéka: ki, mit és mikor tett. A naplót senki, a rendszergazda sem módosíthatja.',
    en: 'Proof of every change: who did what, and when. Nobody can change it, administrators included.',
  },
  basis: [
    { gdpr: '6.1.c', law: 'OSGG nr. 600/2018' },
    { gdpr: '6.1.e', law: 'Legea nr. 58/2023' },
  ],
  people: {
    ro: 'Toate persoanele care folosesc un cont',
    hu: 'Mindenki, aki fiókot használ',
    en: 'Everyone who uses an account',
  },
  recipients: {
    ro: 'Auditorii și administratorii; Curtea de Conturi, la cerere',
    hu: 'Az ellenőrök és az rendszergazdák; kérésre a Számvevőszék',
    en: 'Auditors and administrators; the Court of Accounts on request',
  },
  fields: [
    {
      table: 'audit_event',
      columns: ['actor', 'person', 'subject_id'],
      what: {
        ro: 'Identificatorul contului care a acționat și al celui despre care este vorba',
        hu: 'Az eljáró és az érintett fiók azonosítója',
        en: 'Identifiers of the account that acted and of the one concerned',
      },
      retention: { kind: 'years', years: 10, law: 'OSGG nr. 600/2018; Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'audit_event',
      columns: ['personal', 'personal_mac'],
      what: {
        ro: 'Amănunte personale ale unui eveniment, criptate cu cheia persoanei',
        hu: 'Egy esemény személyes részletei, a személy kulcsával titkosítva',
        en: "Personal details of an event, encrypted under the person's key",
      },
      retention: { kind: 'account' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'person_key',
      columns: ['person'],
      what: {
        ro: 'Cheia de criptare a persoanei; după ștergere rămâne numai semnul că a fost distrusă',
        hu: 'A személy titkosítási kulcsa; törlés után csak a megsemmisítés ténye marad meg',
        en: "The person's encryption key; after an erasure only the mark that it was destroyed remains",
      },
      retention: { kind: 'account' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'erasure',
      columns: ['person', 'decided_by'],
      what: {
        ro: 'Identificatorul contului șters, pentru ca o copie de siguranță restaurată să îl uite din nou',
        hu: 'A törölt fiók azonosítója, hogy egy visszaállított biztonsági mentés is elfelejtse',
        en: 'Identifier of an erased account, so that a restored backup forgets it again',
      },
      retention: { kind: 'years', years: 10, law: 'OSGG nr. 600/2018' },
      onErasure: 'pseudonymised',
    },
  ],
  collect: async (store, person) => {
    const about = await store
      .selectFrom('audit_event')
      .select(['at', 'action', 'personal'])
      .where('person', '=', person)
      .orderBy('at')
      .execute()
    const details: unknown[] = []
    for (const { at, action, personal } of about) {
      const text = personal && (await openFor(store, keyringOf(store), person, PERSONAL, personal))
      if (text) details.push({ at, action, personal: JSON.parse(text) as unknown })
    }
    return {
      actions: await rowsOf(store, 'audit_event', EVENT, 'actor', person),
      concerning: await rowsOf(store, 'audit_event', EVENT, 'subject_id', person),
      personalDetails: details,
      erasuresDecided: await rowsOf(store, 'erasure', ['id', 'at'], 'decided_by', person),
    }
  },
  // The chain is kept whole: the identifiers lead to nobody once the account is gone, the details are lost with the key.
  erase: async () => {},
}

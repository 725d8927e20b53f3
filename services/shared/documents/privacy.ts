import { type Processing, rowsOf } from '../privacy/processing.ts'

const LAW = 'Legea nr. 16/1996'

/** Official documents. An act that was issued is archived as it is: an erasure takes away whose account it belonged to. */
export const documentProcessing: Processing = {
  code: 'documents',
  name: { ro: 'Documente oficiale', hu: 'Hivatalos okiratok', en: 'Official documents' },
  purpose: {
    ro: 'Emiterea, semnarea, verificarea și arhivarea documentelor oficiale. Pagina publică de verificare nu arată nimic despre persoane.',
    hu: 'Hivatalos okiratok kibocsátása, aláírása, ellenőrzése és archiválása. A nyilvános ellenőrző oldal személyekről semmit nem mutat.',
    en: 'To issue, sign, verify and archive official documents. The public page that verifies them shows nothing of persons.',
  },
  basis: [
    { gdpr: '6.1.c', law: LAW },
    { gdpr: '6.1.e', law: 'OUG nr. 57/2019' },
  ],
  people: {
    ro: 'Titularii documentelor și persoanele numite în ele',
    hu: 'Az okiratok jogosultjai és a bennük megnevezett személyek',
    en: 'Holders of documents, and the persons named in them',
  },
  recipients: {
    ro: 'Titularul, funcționarii emitentului și cine primește documentul de la titular',
    hu: 'A jogosult, a kibocsátó ügyintézői, és akinek a jogosult az okiratot átadja',
    en: 'The holder, the issuer’s officials, and whoever the holder gives the document to',
  },
  fields: [
    {
      table: 'document',
      columns: ['owner_person'],
      what: {
        ro: 'Contul titularului; după ștergere, documentul rămâne în arhivă fără el',
        hu: 'A jogosult fiókja; törlés után az okirat e nélkül marad az irattárban',
        en: 'Account of the holder; after an erasure the document stays in the archive without it',
      },
      retention: { kind: 'account' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'document_file',
      columns: ['sha256'],
      what: {
        ro: 'Fișierele documentului, cu persoanele numite în el: actul emis se arhivează neschimbat',
        hu: 'Az okirat fájljai a bennük megnevezett személyekkel: a kibocsátott okiratot változatlanul archiváljuk',
        en: 'Files of the document, with the persons named in it: an act is archived as it was issued',
      },
      retention: { kind: 'permanent', law: LAW },
      onErasure: 'pseudonymised',
    },
  ],
  collect: async (store, person) => ({
    documents: await rowsOf(
      store,
      'document',
      ['kind', 'number', 'date', 'code', 'issued_at', 'superseded_at', 'revoked_at', 'revocation_reason'],
      'owner_person',
      person,
    ),
  }),
  erase: async (store, person) => {
    await store
      .updateTable('document')
      .set({ owner_person: null })
      .where('owner_person', '=', person)
      .execute()
  },
}

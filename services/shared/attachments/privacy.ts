import type { Processing } from '../privacy/processing.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { attachmentOf } from './attachment.ts'
import { deleteAttachment } from './delete-attachment.ts'

/** Files that people attach. What belongs to a case is kept and erased with it, by its own entry. */
export const attachmentProcessing: Processing = {
  code: 'attachments',
  name: { ro: 'Fișiere atașate', hu: 'Csatolt fájlok', en: 'Attached files' },
  purpose: {
    ro: 'Primirea actelor, fotografiilor și planurilor care susțin o cerere sau o raportare.',
    hu: 'Kérelmet vagy jelentést alátámasztó iratok, fényképek és tervek fogadása.',
    en: 'To receive the papers, photographs and plans that support an application or a report.',
  },
  basis: [
    { gdpr: '6.1.c', law: 'Legea nr. 16/1996' },
    { gdpr: '6.1.e', law: 'OUG nr. 57/2019' },
  ],
  people: {
    ro: 'Persoanele care trimit fișiere și persoanele despre care este vorba în ele',
    hu: 'A fájlokat beküldő személyek és azok, akikről a fájlok szólnak',
    en: 'People who send files, and people whom the files are about',
  },
  recipients: {
    ro: 'Funcționarii care lucrează la dosarul de care ține fișierul',
    hu: 'Annak az ügynek az ügyintézői, amelyhez a fájl tartozik',
    en: 'Officials who work on the case that the file belongs to',
  },
  fields: [
    {
      table: 'attachment',
      columns: ['uploaded_by'],
      what: { ro: 'Cine a trimis fișierul', hu: 'Ki küldte be a fájlt', en: 'Who sent the file' },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'attachment',
      columns: ['file_name', 'sealed_key'],
      what: {
        ro: 'Numele și conținutul fișierului, criptate; cele neatașate se șterg după o zi',
        hu: 'A fájl neve és tartalma, titkosítva; a nem csatolt fájlok egy nap után törlődnek',
        en: 'Name and content of the file, encrypted; what is not attached is deleted after a day',
      },
      retention: { kind: 'years', years: 10, law: 'Legea nr. 16/1996, art. 8' },
      onErasure: 'deleted',
    },
  ],
  collect: async (store, person) => {
    const keyring = keyringOf(store)
    const rows = await store
      .selectFrom('attachment')
      .selectAll()
      .where('uploaded_by', '=', person)
      .orderBy('created_at')
      .execute()
    return {
      attachments: rows
        .map(row => attachmentOf(row, keyring))
        .map(({ id, fileName, purpose, state, size, createdAt, subject }) => ({
          id,
          fileName,
          purpose,
          state,
          size,
          createdAt,
          subject,
        })),
    }
  },
  erase: async (store, person, at) => {
    const rows = await store
      .selectFrom('attachment')
      .select('id')
      .where('uploaded_by', '=', person)
      .where('subject_kind', 'is', null)
      .execute()
    for (const { id } of rows) await deleteAttachment(store, id, { by: 'erasure', reason: 'erased', at })
  },
}

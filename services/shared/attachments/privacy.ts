import {
  ATTACHMENT_PURPOSES,
  type AttachmentPurpose,
  type Names,
  purposeRule,
} from '../../../domain/index.ts'
import type { ProcessedField, Processing } from '../privacy/processing.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { attachmentOf } from './attachment.ts'
import {
  deleteAttachment,
  deleteNeverAttached,
  deletePastKeeping,
  UNATTACHED_DAYS,
} from './delete-attachment.ts'

const OF_PURPOSE: Readonly<Record<AttachmentPurpose, Names>> = {
  proof: {
    ro: 'Dovezi: numele și conținutul fișierului, criptate',
    hu: 'Igazolások: a fájl neve és tartalma, titkosítva',
    en: 'Proofs: name and content of the file, encrypted',
  },
  photo: {
    ro: 'Fotografii: numele și conținutul fișierului, criptate',
    hu: 'Fényképek: a fájl neve és tartalma, titkosítva',
    en: 'Photographs: name and content of the file, encrypted',
  },
  document: {
    ro: 'Documente: numele și conținutul fișierului, criptate',
    hu: 'Dokumentumok: a fájl neve és tartalma, titkosítva',
    en: 'Documents: name and content of the file, encrypted',
  },
  plan: {
    ro: 'Planuri: numele și conținutul fișierului, criptate',
    hu: 'Tervrajzok: a fájl neve és tartalma, titkosítva',
    en: 'Drawings: name and content of the file, encrypted',
  },
}

/** Each purpose with its own term, the one by which the end of its keeping is set when it is attached. */
const contentOf = (purpose: AttachmentPurpose): ProcessedField => ({
  table: 'attachment',
  columns: ['file_name', 'sealed_key'],
  what: OF_PURPOSE[purpose],
  retention: {
    kind: 'days',
    days: purposeRule(purpose).keepDays,
    after: 'writing',
    purge: async (store, _before, at) => (await deletePastKeeping(store, at, purpose)).length,
  },
  onErasure: 'deleted',
})

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
        ro: 'Fișiere trimise și neatașate niciunui dosar',
        hu: 'Beküldött, de ügyhöz nem csatolt fájlok',
        en: 'Files that were sent and attached to nothing',
      },
      retention: {
        kind: 'days',
        days: UNATTACHED_DAYS,
        after: 'writing',
        purge: async (store, before, at) => (await deleteNeverAttached(store, before, at)).length,
      },
      onErasure: 'deleted',
    },
    ...ATTACHMENT_PURPOSES.map(contentOf),
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

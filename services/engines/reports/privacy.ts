import { type Processing, rowsOf } from '../../shared/privacy/processing.ts'

/** Reports of institutions: the figures are public, their sender is not. */
export const reportProcessing: Processing = {
  code: 'reports',
  name: { ro: 'Raportarea instituțiilor', hu: 'Intézményi jelentések', en: 'Reports of institutions' },
  purpose: {
    ro: 'Primirea, verificarea și publicarea execuției bugetare a instituțiilor publice.',
    hu: 'A közintézmények költségvetési végrehajtásának fogadása, ellenőrzése és közzététele.',
    en: 'To receive, check and publish how public institutions carried out their budgets.',
  },
  basis: [{ gdpr: '6.1.c', law: 'Legea nr. 273/2006, art. 57 și 76' }],
  people: {
    ro: 'Persoanele care trimit și confirmă rapoarte',
    hu: 'Jelentést beküldő és megerősítő személyek',
    en: 'People who send and confirm reports',
  },
  recipients: {
    ro: 'Instituția care raportează și consiliul județean; publicului i se arată cifrele și fișierul, nu și expeditorul',
    hu: 'A jelentő intézmény és a megyei tanács; a nyilvánosság a számokat és az állományt látja, a beküldőt nem',
    en: 'The institution that reports and the county council; the public sees figures and file, not who sent them',
  },
  fields: [
    {
      table: 'submission',
      columns: ['uploaded_by', 'file_name'],
      what: {
        ro: 'Contul care a trimis raportul, numele fișierului',
        hu: 'A jelentést beküldő fiók, az állomány neve',
        en: 'The account that sent the report, the name of the file',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996; Legea nr. 273/2006' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'report_type_version',
      columns: ['saved_by'],
      what: {
        ro: 'Funcționarul care a scris un tip de raport',
        hu: 'A jelentéstípust író tisztviselő',
        en: 'The official who wrote a type of report',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'cui_proposal',
      columns: ['decided_by'],
      what: {
        ro: 'Funcționarul care a decis asupra unui cod fiscal propus',
        hu: 'A javasolt adószámról döntő tisztviselő',
        en: 'The official who decided on a proposed fiscal code',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
  ],
  collect: async (store, person) => ({
    reports: await rowsOf(
      store,
      'submission',
      ['id', 'file_name', 'status', 'report_type', 'period_end', 'received_at', 'published_at'],
      'uploaded_by',
      person,
    ),
    types: await rowsOf(
      store,
      'report_type_version',
      ['code', 'version', 'state', 'saved_at'],
      'saved_by',
      person,
    ),
    decisions: await rowsOf(store, 'cui_proposal', ['cui', 'decision', 'decided_at'], 'decided_by', person),
  }),
  // The sender's identifier leads to nobody once the account is gone.
  erase: async () => {},
}

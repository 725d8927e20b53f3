import { type Processing, rowsOf } from '../privacy/processing.ts'

/** The general register of entries and exits. */
export const registryProcessing: Processing = {
  code: 'registry',
  name: { ro: 'Registrul de intrare-ieșire', hu: 'Iktatókönyv', en: 'Register of entries and exits' },
  purpose: {
    ro: 'Evidența documentelor primite și trimise, cu număr și dată.',
    hu: 'A beérkezett és kimenő iratok nyilvántartása számmal és dátummal.',
    en: 'To record documents received and sent, with number and date.',
  },
  basis: [{ gdpr: '6.1.c', law: 'OG nr. 27/2002, art. 6; Legea nr. 16/1996' }],
  people: {
    ro: 'Persoanele care trimit sau primesc documente; funcționarii care le înregistrează',
    hu: 'Iratot beküldő vagy kapó személyek; az iktató tisztviselők',
    en: 'People who send or get documents; officials who register them',
  },
  recipients: {
    ro: 'Funcționarii consiliului județean; Arhivele Naționale',
    hu: 'A megyei tanács tisztviselői; a Nemzeti Levéltár',
    en: 'Officials of the county council; the National Archives',
  },
  fields: [
    {
      table: 'register_entry',
      columns: ['correspondent_person', 'correspondent_name', 'summary'],
      what: {
        ro: 'Corespondentul și rezumatul documentului',
        hu: 'A levelezőpartner és az irat tárgya',
        en: 'The correspondent and the summary of the document',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'register_annulment',
      columns: ['annulled_by'],
      what: {
        ro: 'Cine a anulat înregistrarea',
        hu: 'Ki érvénytelenítette a bejegyzést',
        en: 'Who annulled the entry',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
  ],
  collect: async (store, person) => ({
    entries: await rowsOf(
      store,
      'register_entry',
      ['register', 'year', 'number', 'direction', 'at', 'summary'],
      'correspondent_person',
      person,
    ),
    annulments: await rowsOf(store, 'register_annulment', ['entry', 'reason', 'at'], 'annulled_by', person),
  }),
  // A register has no gaps and loses no line: the account's identifier in it leads to nobody once the account is gone.
  erase: async () => {},
}

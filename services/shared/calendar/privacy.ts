import { type Processing, rowsOf } from '../privacy/processing.ts'

/** Who recorded rules of law and days off: officials in their office. */
export const calendarProcessing: Processing = {
  code: 'calendar',
  name: {
    ro: 'Reguli legale și calendar',
    hu: 'Jogszabályi határidők és naptár',
    en: 'Rules of law and calendar',
  },
  purpose: {
    ro: 'Dovada cine a înregistrat sau confirmat un termen legal ori o zi liberă.',
    hu: 'Annak bizonyítéka, hogy ki rögzített vagy erősített meg egy határidőt vagy munkaszüneti napot.',
    en: 'Proof of who recorded or confirmed a legal term or a day off.',
  },
  basis: [{ gdpr: '6.1.e', law: 'OUG nr. 57/2019' }],
  people: { ro: 'Funcționari', hu: 'Tisztviselők', en: 'Officials' },
  recipients: {
    ro: 'Funcționarii consiliului județean',
    hu: 'A megyei tanács tisztviselői',
    en: 'Officials of the county council',
  },
  fields: [
    {
      table: 'legal_rule',
      columns: ['added_by'],
      what: { ro: 'Cine a adăugat regula', hu: 'Ki adta hozzá a szabályt', en: 'Who added the rule' },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'legal_rule_confirmation',
      columns: ['confirmed_by', 'recorded_by'],
      what: {
        ro: 'Cine a confirmat regula',
        hu: 'Ki erősítette meg a szabályt',
        en: 'Who confirmed the rule',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'extra_day',
      columns: ['added_by'],
      what: { ro: 'Cine a înregistrat ziua', hu: 'Ki rögzítette a napot', en: 'Who recorded the day' },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
  ],
  collect: async (store, person) => ({
    rules: await rowsOf(store, 'legal_rule', ['code', 'valid_from', 'added_at'], 'added_by', person),
    confirmations: await rowsOf(
      store,
      'legal_rule_confirmation',
      ['code', 'valid_from', 'recorded_at'],
      'recorded_by',
      person,
    ),
    days: await rowsOf(store, 'extra_day', ['day', 'kind', 'added_at'], 'added_by', person),
  }),
  erase: async () => {},
}

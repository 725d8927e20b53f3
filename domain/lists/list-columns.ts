import type { Names } from '../language.ts'

/** Lists that come in from a file of rows. */
export const LIST_KINDS = ['organisations', 'contacts', 'members'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** What one file may hold: far above any county's lists, and carried out in one transaction. */
export const LIST_LIMITS = { bytes: 1_000_000, rows: 2_000, cellChars: 300 } as const

export interface ListColumn {
  readonly id: string
  /** Its header, as templates and exports have it. */
  readonly names: Names
  /** Other headers that are understood. */
  readonly also: readonly string[]
  /** Without the column no row can be understood. */
  readonly required: boolean
  /** A cell of the template. */
  readonly example: Names
}

const same = (text: string): Names => ({ ro: text, hu: text, en: text })

const COUNCIL: Names = {
  ro: 'Consiliul Județean Harghita',
  hu: 'Hargita Megye Tanácsa',
  en: 'Consiliul Județean Harghita',
}

const ORGANISATION: ListColumn = {
  id: 'organisation',
  names: { ro: 'organizație', hu: 'szervezet', en: 'organisation' },
  also: ['institutie', 'intezmeny', 'institution', 'organization'],
  required: true,
  example: COUNCIL,
}

/** The columns of each list, in the order of its template. */
export const LIST_COLUMNS: Readonly<Record<ListKind, readonly ListColumn[]>> = {
  organisations: [
    {
      id: 'siruta',
      names: same('SIRUTA'),
      also: ['cod siruta', 'siruta kod', 'siruta code'],
      required: false,
      example: same(''),
    },
    {
      id: 'cui',
      names: { ro: 'CUI', hu: 'adóazonosító (CUI)', en: 'fiscal code (CUI)' },
      also: ['cif', 'cod fiscal', 'cod de identificare fiscala', 'adoazonosito', 'fiscal code'],
      required: false,
      example: same('4245747'),
    },
    {
      id: 'kind',
      names: { ro: 'tip', hu: 'típus', en: 'kind' },
      also: ['felul', 'type', 'fajta'],
      required: false,
      example: { ro: 'muzeu', hu: 'múzeum', en: 'museum' },
    },
    {
      id: 'name_ro',
      names: { ro: 'denumire (română)', hu: 'román név', en: 'name in Romanian' },
      also: ['ro', 'denumire', 'nume', 'name ro', 'denumire ro', 'roman megnevezes', 'name'],
      required: false,
      example: same('Muzeul Exemplu'),
    },
    {
      id: 'name_hu',
      names: { ro: 'denumire (maghiară)', hu: 'magyar név', en: 'name in Hungarian' },
      also: ['hu', 'name hu', 'denumire hu', 'magyar megnevezes'],
      required: false,
      example: same('Példa Múzeum'),
    },
    {
      id: 'name_en',
      names: { ro: 'denumire (engleză)', hu: 'angol név', en: 'name in English' },
      also: ['en', 'name en', 'denumire en', 'angol megnevezes'],
      required: false,
      example: same('Example Museum'),
    },
    {
      id: 'territory',
      names: { ro: 'teritoriu (SIRUTA)', hu: 'terület (SIRUTA)', en: 'territory (SIRUTA)' },
      also: ['teritoriu', 'terulet', 'territory'],
      required: false,
      example: same('83320'),
    },
    {
      id: 'parent',
      names: { ro: 'subordonată', hu: 'felettes szerv', en: 'parent' },
      also: ['subordonat', 'ordonator superior', 'felettes', 'subordinate to'],
      required: false,
      example: COUNCIL,
    },
    {
      id: 'parent_from',
      names: { ro: 'subordonată din', hu: 'felettes ettől', en: 'parent from' },
      also: [],
      required: false,
      example: { ro: '01.01.2026', hu: '2026-01-01', en: '2026-01-01' },
    },
    {
      id: 'parent_until',
      names: { ro: 'subordonată până la', hu: 'felettes eddig', en: 'parent until' },
      also: [],
      required: false,
      example: same(''),
    },
  ],
  contacts: [
    ORGANISATION,
    {
      id: 'kind',
      names: { ro: 'fel', hu: 'fajta', en: 'kind' },
      also: ['tip', 'tipus', 'type'],
      required: true,
      example: { ro: 'telefon', hu: 'telefon', en: 'phone' },
    },
    {
      id: 'value',
      names: { ro: 'contact', hu: 'elérhetőség', en: 'contact' },
      also: ['valoare', 'ertek', 'value'],
      required: true,
      example: same('0266 000 000'),
    },
    {
      id: 'label',
      names: { ro: 'pentru', hu: 'mire való', en: 'what for' },
      also: ['eticheta', 'cimke', 'label'],
      required: false,
      example: { ro: 'registratură', hu: 'iktató', en: 'registry' },
    },
  ],
  members: [
    {
      id: 'email',
      names: { ro: 'e-mail', hu: 'e-mail', en: 'e-mail' },
      also: ['email', 'adresa de e mail', 'e mail cim', 'email address'],
      required: true,
      example: same('nume@example.ro'),
    },
    {
      id: 'role',
      names: { ro: 'rol', hu: 'szerepkör', en: 'role' },
      also: ['functie'],
      required: true,
      example: { ro: 'raportor', hu: 'jelentéskészítő', en: 'reporter' },
    },
    { ...ORGANISATION, required: false },
    {
      id: 'from',
      names: { ro: 'din', hu: 'ettől', en: 'from' },
      also: ['de la', 'kezdete'],
      required: false,
      example: same(''),
    },
    {
      id: 'until',
      names: { ro: 'până la', hu: 'eddig', en: 'until' },
      also: ['vege'],
      required: false,
      example: { ro: '31.12.2027', hu: '2027-12-31', en: '2027-12-31' },
    },
    {
      id: 'language',
      names: { ro: 'limba', hu: 'nyelv', en: 'language' },
      also: [],
      required: false,
      example: same('ro'),
    },
  ],
}

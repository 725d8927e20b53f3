import { type Cui, type Names, parseCui } from '../../domain/index.ts'

export type DemoKind =
  | 'county_council'
  | 'social_protection'
  | 'hospital'
  | 'museum'
  | 'library'
  | 'cultural_centre'
  | 'roads'

export interface DemoEntity {
  readonly cui: Cui
  readonly names: Names
  readonly kind: DemoKind
  /** Fiscal code of the county council; null for itself. */
  readonly parentCui: Cui | null
}

const NAMES: readonly (Names & { readonly kind: DemoKind })[] = [
  {
    kind: 'county_council',
    ro: 'Consiliul Județean Demonstrativ',
    hu: 'Minta Megyei Tanács',
    en: 'Demo County Council',
  },
  {
    kind: 'social_protection',
    ro: 'Direcția Demonstrativă de Asistență Socială și Protecția Copilului',
    hu: 'Minta Szociális és Gyermekvédelmi Igazgatóság',
    en: 'Demo Directorate of Social Assistance and Child Protection',
  },
  {
    kind: 'hospital',
    ro: 'Spitalul Județean Demonstrativ',
    hu: 'Minta Megyei Kórház',
    en: 'Demo County Hospital',
  },
  { kind: 'museum', ro: 'Muzeul Județean Demonstrativ', hu: 'Minta Megyei Múzeum', en: 'Demo County Museum' },
  {
    kind: 'library',
    ro: 'Biblioteca Județeană Demonstrativă',
    hu: 'Minta Megyei Könyvtár',
    en: 'Demo County Library',
  },
  {
    kind: 'cultural_centre',
    ro: 'Centrul Cultural Județean Demonstrativ',
    hu: 'Minta Megyei Művelődési Központ',
    en: 'Demo County Cultural Centre',
  },
  {
    kind: 'roads',
    ro: 'Serviciul Județean de Drumuri Demonstrativ',
    hu: 'Minta Megyei Útügyi Szolgálat',
    en: 'Demo County Roads Service',
  },
]

/** Fiscal codes from here on belong to nobody; those with a right check digit are taken. */
const FIRST_CUI = 90_000_010

/** The county council and its six institutions; the council comes first. */
export function demoEntities(): readonly DemoEntity[] {
  let candidate = FIRST_CUI
  const nextCui = (): Cui => {
    for (;;) {
      const cui = parseCui(String(candidate++))
      if (cui) return cui
    }
  }
  const council = nextCui()
  return NAMES.map(({ kind, ro, hu, en }, index) => ({
    cui: index === 0 ? council : nextCui(),
    names: { ro, hu, en },
    kind,
    parentCui: index === 0 ? null : council,
  }))
}

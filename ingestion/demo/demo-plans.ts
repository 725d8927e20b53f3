import type { DemoKind } from './demo-entities.ts'
import {
  betweenSections,
  capital,
  goods,
  type PlannedLine,
  recovery,
  revenue,
  spending,
  staff,
  type Transfer,
  transfer,
} from './planned-lines.ts'

const M = 1_000_000

/** 51.01 meets 43.10.09 and 51.02 meets 43.10.19. */
const institution = (functional: string) => ({
  running: { functional, pays: '510101', receives: '430900', into: 'G' },
  building: { functional, pays: '510229', receives: '431900', into: 'G' },
})
/** Health has pairs of its own: 51.01.46 meets 43.10.10 and 51.02.28 meets 43.10.14. */
const HEALTH = {
  running: { functional: '660601', pays: '510146', receives: '431000', into: 'F' },
  building: { functional: '660601', pays: '510228', receives: '431400', into: 'F' },
}
const SOCIAL = institution('680600')
const MUSEUM = institution('670303')
const LIBRARY = institution('670302')
const CULTURE = institution('670308')
const ROADS = institution('840301')

const TRANSFERS: Readonly<Record<Exclude<DemoKind, 'county_council'>, readonly Transfer[]>> = {
  social_protection: [
    transfer('social', SOCIAL.running, 96 * M, 'F'),
    transfer('social', SOCIAL.building, 6.5 * M, 'D', 'building'),
  ],
  hospital: [
    transfer('hospital', HEALTH.running, 14 * M, 'F', 'quarterly'),
    transfer('hospital', HEALTH.building, 22 * M, 'D', 'late'),
  ],
  museum: [
    transfer('museum', MUSEUM.running, 11.5 * M, 'F'),
    transfer('museum', MUSEUM.building, 1.4 * M, 'D', 'late'),
  ],
  library: [
    transfer('library', LIBRARY.running, 7.2 * M, 'F'),
    transfer('library', LIBRARY.building, 0.6 * M, 'D', 'late'),
  ],
  cultural_centre: [
    transfer('culture', CULTURE.running, 8.4 * M, 'F'),
    transfer('culture', CULTURE.building, 0.5 * M, 'D', 'late'),
  ],
  roads: [
    transfer('roads', ROADS.running, 15.5 * M, 'F', 'building'),
    transfer('roads', ROADS.building, 12 * M, 'D', 'building'),
  ],
}

const received = (kind: keyof typeof TRANSFERS): PlannedLine[] =>
  TRANSFERS[kind].map(({ received: line }) => line)

const OFFICE = { functional: '510103', source: 'A' }
const EUROPEAN = { functional: '840301', source: 'D' }

function councilPlan(): PlannedLine[] {
  return [
    revenue('040100', 'A', 118 * M),
    revenue('040400', 'A', 64 * M),
    revenue('110100', 'A', 71 * M),
    revenue('110500', 'A', 24 * M, 'quarterly'),
    revenue('110600', 'A', 38 * M),
    revenue('160201', 'A', 0.9 * M, 'late'),
    revenue('160202', 'A', 4.2 * M, 'quarterly'),
    revenue('160300', 'A', 0.6 * M),
    revenue('300530', 'A', 3.1 * M),
    revenue('330800', 'A', 1.2 * M),
    revenue('340200', 'A', 0.2 * M),
    revenue('350102', 'A', 0.4 * M),
    revenue('365000', 'A', 0.7 * M),
    ...betweenSections('A', 46 * M),
    revenue('390700', 'A', 1.8 * M, 'rare', 'D'),
    revenue('426500', 'A', 27 * M, 'building', 'D'),
    revenue('454801', 'D', 33 * M, 'late', 'D'),
    ...staff(OFFICE, 34 * M),
    ...goods(OFFICE, 9.5 * M),
    ...capital(OFFICE, 4.6 * M),
    recovery(OFFICE, 0.15 * M),
    spending({ functional: '541000', source: 'A' }, '100101', 2.6 * M),
    spending({ functional: '541000', source: 'A' }, '100307', 0.06 * M),
    spending({ functional: '541000', source: 'A' }, '200130', 0.3 * M),
    spending({ functional: '550000', source: 'A' }, '300101', 2.4 * M, 'quarterly'),
    spending({ functional: '650704', source: 'A' }, '570201', 1.9 * M),
    spending({ functional: '650704', source: 'A' }, '590100', 2.2 * M),
    spending({ functional: '650704', source: 'A' }, '200103', 1.1 * M, 'heating'),
    spending({ functional: '650704', source: 'A' }, '710101', 3.4 * M, 'building', 'D'),
    spending({ functional: '651130', source: 'A' }, '200109', 8.6 * M),
    spending({ functional: '670501', source: 'A' }, '592000', 2.7 * M, 'quarterly'),
    spending({ functional: '670600', source: 'A' }, '591500', 5.3 * M),
    spending({ functional: '675000', source: 'A' }, '591100', 1.6 * M, 'summer'),
    spending({ functional: '740502', source: 'A' }, '200130', 2.1 * M),
    spending({ functional: '740502', source: 'A' }, '710101', 5.8 * M, 'building', 'D'),
    spending({ functional: '800110', source: 'A' }, '550142', 1.3 * M, 'quarterly'),
    spending({ functional: '840301', source: 'A' }, '200200', 18 * M, 'building'),
    spending({ functional: '840301', source: 'A' }, '710101', 29 * M, 'building', 'D'),
    recovery({ functional: '840301', source: 'A' }, 0.3 * M),
    spending({ functional: '840601', source: 'A' }, '550156', 3.2 * M, 'late', 'D'),
    spending(EUROPEAN, '564801', 6.1 * M, 'late', 'D'),
    spending(EUROPEAN, '564802', 30 * M, 'late', 'D'),
    spending(EUROPEAN, '564803', 1.1 * M, 'late', 'D'),
    spending({ functional: '870400', source: 'A' }, '203001', 0.8 * M, 'summer'),
    spending({ functional: '550000', source: 'A' }, '810205', 7.5 * M, 'quarterly'),
    ...Object.values(TRANSFERS).flatMap(transfers => transfers.map(({ paid }) => paid)),
  ]
}

function socialPlan(): PlannedLine[] {
  const children = { functional: '680600', source: 'G' }
  const disabled = { functional: '680502', source: 'G' }
  const elderly = { functional: '680400', source: 'G' }
  return [
    ...received('social_protection'),
    revenue('331300', 'G', 3.4 * M),
    revenue('365000', 'G', 0.2 * M),
    revenue('370100', 'G', 0.1 * M, 'late'),
    ...staff(children, 46 * M),
    ...goods(children, 8.2 * M),
    spending(children, '570201', 4.9 * M),
    spending(children, '200301', 3.3 * M),
    ...staff(disabled, 22 * M),
    spending(disabled, '200301', 2.6 * M),
    spending(disabled, '200401', 0.7 * M),
    spending(disabled, '200103', 1.5 * M, 'heating'),
    ...staff(elderly, 6.8 * M),
    spending(elderly, '200301', 0.8 * M),
    ...capital(children, 6.3 * M),
    recovery(children, 0.2 * M),
  ]
}

function hospitalPlan(): PlannedLine[] {
  const place = { functional: '660601', source: 'F' }
  return [
    revenue('300530', 'F', 0.5 * M),
    revenue('330800', 'F', 3.9 * M),
    revenue('332100', 'F', 128 * M),
    revenue('333000', 'F', 9.6 * M),
    revenue('335000', 'F', 0.4 * M),
    revenue('370100', 'F', 0.3 * M, 'late'),
    ...betweenSections('F', 3.2 * M, 'late'),
    ...received('hospital'),
    revenue('433300', 'F', 41 * M),
    ...staff(place, 142 * M),
    ...goods(place, 21 * M),
    spending(place, '200301', 3.1 * M),
    spending(place, '200401', 14.5 * M),
    spending(place, '200402', 9.2 * M),
    spending(place, '200403', 4.4 * M),
    spending(place, '200404', 1.9 * M),
    spending(place, '200503', 0.4 * M, 'quarterly'),
    spending(place, '591700', 0.3 * M, 'rare'),
    ...capital(place, 24 * M),
    recovery(place, 0.4 * M),
  ]
}

/** A house of culture: mostly the council's money, some tickets. */
function cultureHouse(
  kind: 'museum' | 'library' | 'cultural_centre',
  functional: string,
  size: { readonly staff: number; readonly goods: number; readonly capital: number },
): PlannedLine[] {
  const place = { functional, source: 'G' }
  return [
    ...received(kind),
    ...staff(place, size.staff),
    ...goods(place, size.goods),
    ...capital(place, size.capital),
    recovery(place, 20_000),
  ]
}

/** Activities paid wholly from what they earn; their revenue carries no section. */
function ownActivity(functional: string, yearly: number): PlannedLine[] {
  const place = { functional, source: 'E' }
  return [
    revenue('331900', 'E', yearly, 'summer', null),
    revenue('365000', 'E', yearly / 20, 'late', null),
    spending(place, '200109', yearly * 0.55, 'summer'),
    spending(place, '200130', yearly * 0.3, 'summer'),
    spending(place, '203002', yearly * 0.08, 'summer'),
  ]
}

function roadsPlan(): PlannedLine[] {
  const place = { functional: '840301', source: 'G' }
  return [
    ...received('roads'),
    revenue('300530', 'G', 0.3 * M),
    revenue('330800', 'G', 2.6 * M, 'building'),
    ...betweenSections('G', 0.8 * M),
    ...staff(place, 12 * M),
    ...goods(place, 4.4 * M),
    spending(place, '201400', 0.3 * M),
    spending(place, '203004', 1.2 * M, 'building'),
    ...capital(place, 12.4 * M),
    recovery(place, 0.1 * M),
  ]
}

/** The planned year of each kind of institution, revenue first. */
export const DEMO_PLANS: Readonly<Record<DemoKind, readonly PlannedLine[]>> = {
  county_council: councilPlan(),
  social_protection: socialPlan(),
  hospital: hospitalPlan(),
  museum: [
    revenue('330800', 'G', 0.9 * M, 'summer'),
    revenue('370100', 'G', 0.2 * M, 'late'),
    ...cultureHouse('museum', '670303', { staff: 8.9 * M, goods: 2.7 * M, capital: 1.3 * M }),
  ],
  library: [
    revenue('365000', 'G', 0.05 * M),
    ...cultureHouse('library', '670302', { staff: 5.6 * M, goods: 1.3 * M, capital: 0.55 * M }),
    spending({ functional: '670302', source: 'G' }, '201100', 0.35 * M, 'quarterly'),
  ],
  cultural_centre: [
    ...cultureHouse('cultural_centre', '670308', { staff: 5.1 * M, goods: 3.1 * M, capital: 0.48 * M }),
    ...ownActivity('670308', 1.4 * M),
  ],
  roads: roadsPlan(),
}

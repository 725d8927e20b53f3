import type { BudgetKind, BudgetSection } from '../../domain/index.ts'
import type { Season } from './seasons.ts'

/** A line of an institution's year. `yearly` is in lei of 2024; a negative one is negative by nature. */
export interface PlannedLine {
  readonly kind: BudgetKind
  readonly functional: string
  readonly economic: string | null
  readonly source: string
  readonly section: BudgetSection | null
  readonly yearly: number
  readonly season: Season
  /** Lines of one name carry the same amounts to the ban, with the sign of `yearly`: two sides of one payment. */
  readonly pair?: string
}

type Split = readonly (readonly [economic: string, share: number, season: Season])[]

const STAFF: Split = [
  ['100101', 735, 'even'],
  ['100105', 45, 'even'],
  ['100106', 60, 'even'],
  ['100107', 15, 'late'],
  ['100117', 70, 'even'],
  ['100130', 18, 'even'],
  ['100206', 32, 'summer'],
  ['100307', 25, 'even'],
]
const GOODS: Split = [
  ['200101', 20, 'quarterly'],
  ['200102', 45, 'even'],
  ['200103', 240, 'heating'],
  ['200104', 75, 'even'],
  ['200105', 60, 'even'],
  ['200106', 25, 'building'],
  ['200108', 35, 'even'],
  ['200109', 130, 'even'],
  ['200130', 170, 'even'],
  ['200200', 60, 'building'],
  ['200530', 40, 'late'],
  ['200601', 20, 'summer'],
  ['201300', 15, 'quarterly'],
  ['203030', 65, 'even'],
]
const CAPITAL: Split = [
  ['710101', 520, 'building'],
  ['710102', 220, 'late'],
  ['710103', 60, 'late'],
  ['710130', 80, 'late'],
  ['710300', 120, 'building'],
]

interface Place {
  readonly functional: string
  readonly source: string
}

const spread = (place: Place, section: BudgetSection, split: Split, yearly: number): PlannedLine[] =>
  split.map(([economic, share, season]) => ({
    kind: 'expenditure',
    ...place,
    economic,
    section,
    yearly: Math.round((yearly * share) / 1000),
    season,
  }))

export const staff = (place: Place, yearly: number): PlannedLine[] => spread(place, 'F', STAFF, yearly)
export const goods = (place: Place, yearly: number): PlannedLine[] => spread(place, 'F', GOODS, yearly)
export const capital = (place: Place, yearly: number): PlannedLine[] => spread(place, 'D', CAPITAL, yearly)

export const spending = (
  place: Place,
  economic: string,
  yearly: number,
  season: Season = 'even',
  section: BudgetSection = 'F',
): PlannedLine => ({ kind: 'expenditure', ...place, economic, section, yearly, season })

/** Payments of earlier years that came back: negative by nature (85.01). */
export const recovery = (place: Place, yearly: number): PlannedLine =>
  spending(place, '850101', -yearly, 'rare')

export const revenue = (
  functional: string,
  source: string,
  yearly: number,
  season: Season = 'even',
  section: BudgetSection | null = 'F',
): PlannedLine => ({ kind: 'revenue', functional, economic: null, source, section, yearly, season })

/** 37.03 and 37.04: the same money leaves the functioning section and enters the development section. */
export const betweenSections = (
  source: string,
  yearly: number,
  season: Season = 'building',
): PlannedLine[] => [
  { ...revenue('370300', source, -yearly, season), pair: `37 ${source}` },
  { ...revenue('370400', source, yearly, season, 'D'), pair: `37 ${source}` },
]

/** A transfer from the council to an institution: what one pays under 51 the other receives under 43.10. */
export interface Transfer {
  readonly paid: PlannedLine
  readonly received: PlannedLine
}

export function transfer(
  name: string,
  sides: {
    readonly functional: string
    readonly pays: string
    readonly receives: string
    readonly into: string
  },
  yearly: number,
  section: BudgetSection,
  season: Season = 'even',
): Transfer {
  const pair = `transfer ${name} ${section}`
  const paid = spending({ functional: sides.functional, source: 'A' }, sides.pays, yearly, season, section)
  return {
    paid: { ...paid, pair },
    received: { ...revenue(sides.receives, sides.into, yearly, season, section), pair },
  }
}

import { withoutMarks } from './without-marks.ts'

/** Words that say what a town hall is, not which one, in the ways that files write them. */
const TITLES = new Set([
  'uat',
  'primaria',
  'municipiul',
  'municipiului',
  'mun',
  'orasul',
  'orasului',
  'oras',
  'comuna',
  'comunei',
  'com',
  'judetul',
  'jud',
])

/** What two writings of one name have in common: "COMUNA ȘIMONEȘTI" and "Simonesti" are the same town hall. */
export const nameKey = (name: string): string =>
  withoutMarks(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '' && !TITLES.has(word))
    .join(' ')

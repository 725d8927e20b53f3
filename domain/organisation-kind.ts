/** Towns and communes, with a SIRUTA code of their own. */
export const UAT_KINDS = ['municipality', 'town', 'commune'] as const

/** What an organisation is. A company is none: it acts through people with a mandate for it. */
export const ORGANISATION_KINDS = [
  'county_council',
  ...UAT_KINDS,
  'department',
  'social_protection',
  'hospital',
  'museum',
  'library',
  'cultural_centre',
  'special_school',
  'resource_centre',
  'roads',
  'salvation_service',
  'school_inspectorate',
  'school',
  'institution',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const CONTACT_KINDS = ['address', 'phone', 'email', 'web'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

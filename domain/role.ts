/** What a person may do in the county or for one institution; a person has any number of them. */
export const ROLES = [
  'reporter',
  'approver',
  'analyst',
  'official',
  'clerk',
  'moderator',
  'publisher',
  'admin',
  'auditor',
  'citizen',
] as const
export type Role = (typeof ROLES)[number]

import { type Language, ORGANISATION_KIND_NAMES } from '../../domain/index.ts'

/** Kinds of organisations as people read them, by any word that the API may send. */
export const kindWords = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(ORGANISATION_KIND_NAMES).map(([kind, names]) => [kind, names[language]]))

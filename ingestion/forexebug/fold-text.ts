import { withoutMarks } from '../../domain/index.ts'

/** Runs of any white space, the non-breaking kinds included, as one space; none at the ends. */
export const squeeze = (text: string): string =>
  text.replace(/[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+/g, ' ').trim()

/**
 * Text for comparing words: capitals without diacritics (cedilla, comma or none are alike), everything but letters and
 * digits as one space. "  Execuţie cumulată:" → "EXECUTIE CUMULATA".
 */
export const foldText = (text: string): string =>
  withoutMarks(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

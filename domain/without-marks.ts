/** Letters without diacritics: a comma, a cedilla or nothing below an s are alike. */
export const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

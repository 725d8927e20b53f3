export const LANGUAGES = ['ro', 'hu', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in the three languages of the county. */
export type Names = Readonly<Record<Language, string>>

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text)

import type { ro } from './ro/index.ts'

/** The keys of the Romanian dictionary; each language has all of them, with the same parameters. */
export type Texts = typeof ro

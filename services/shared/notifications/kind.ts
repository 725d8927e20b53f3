import type { Language, Names } from '../../../domain/index.ts'

/** What the texts of a kind are filled with; names stay in the three languages until someone reads them. */
export type Params = Readonly<Record<string, string | number | null | Names>>

export interface Message {
  readonly subject: string
  /** Paragraphs with a blank line between them. */
  readonly text: string
  /** Words of the link to the matter; null where there is none. */
  readonly action: string | null
}

/** One kind of notification: who may do without it, and its texts. */
export interface Kind<P extends Params> {
  /** Required by law or for the safety of the account: no opt-out. */
  readonly required: boolean
  /** May wait for the digest of whoever wants one. */
  readonly digest: boolean
  /** Holds a key (a link that lets in): what it was filled with is forgotten once it is sent. */
  readonly secret: boolean
  /** After so many hours it is of no use to anyone, e.g. a link that has expired; null: it always is. */
  readonly validHours: number | null
  /** What the list of choices calls it. */
  readonly label: Names
  readonly texts: Readonly<Record<Language, (params: P) => Message>>
}

export const kind = <P extends Params>(definition: Kind<P>): Kind<P> => definition

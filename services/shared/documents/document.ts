import type { DocumentKind, Names } from '../../../domain/index.ts'

/** What a document of each kind states; all of it is text that is set as it is, dates as YYYY-MM-DD. */
export interface DocumentFacts {
  'mandate-certificate': {
    /** Name, and the fiscal code of a company. */
    readonly principal: string
    readonly mandatary: string
    /** A basis of mandates by name, or the act that this one rests on. */
    readonly basis: string
    readonly from: string
    /** Null: until it is revoked. */
    readonly until: string | null
  }
  'data-export-receipt': {
    readonly person: string
    readonly requested: string
    readonly made: string
    readonly records: number
    /** Of the file that was handed over. */
    readonly sha256: string
  }
}

/** A document to be issued. */
export type NewDocument = {
  [K in DocumentKind]: {
    readonly kind: K
    readonly facts: DocumentFacts[K]
    /** Names the reason for issuing it: the same key gives the same document again. */
    readonly key: string
    /** Registration number, with its year where the registry has one: "12/2026". */
    readonly number: string
    /** Date on the document, YYYY-MM-DD. */
    readonly date: string
    readonly issuer: Names
    /** Whose document it is: they see it and its files. */
    readonly owner:
      | { readonly person: string }
      | { readonly organisation: string }
      | { readonly principal: string }
    /** Document that this one takes the place of. */
    readonly supersedes: string | null
    /** Id of the person, or name of the program, who issues it. */
    readonly actor: string
  }
}[DocumentKind]

/** Where the bytes of documents are kept. */
export interface DocumentFiles {
  /** Stores durably and returns the SHA-256. */
  put(content: Uint8Array): Promise<string>
}

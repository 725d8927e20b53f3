import type { ListMistake, ListMistakeCode } from './list-mistake.ts'

/** What is wrong, and what to do about it. */
export interface MistakeText {
  readonly message: string
  readonly fix: string
}

/** The mistake's own value and parameters, with the header of its column in the reader's language. */
export interface MistakeFacts extends Pick<ListMistake, 'value' | 'params'> {
  readonly column: string
  /** All headers of the list. */
  readonly columns: string
}

export type MistakeTexts = Readonly<Record<ListMistakeCode, (facts: MistakeFacts) => MistakeText>>

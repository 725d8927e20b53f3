/** What can be wrong with a list; each has its words in list-mistake-texts. */
export const LIST_MISTAKES = [
  'list_empty',
  'header_missing',
  'column_missing',
  'column_twice',
  'rows_too_many',
  'value_missing',
  'value_too_long',
  'value_fixed',
  'name_short',
  'cui_wrong',
  'siruta_wrong',
  'choice_unknown',
  'date_wrong',
  'dates_order',
  'date_past',
  'email_wrong',
  'contact_wrong',
  'contacts_too_many',
  'organisation_unknown',
  'organisation_ambiguous',
  'codes_of_two',
  'rows_disagree',
  'kind_fixed',
  'cui_published',
  'territory_unknown',
  'parent_circle',
  'parents_overlap',
  'role_wrong_place',
  'role_own',
  'role_overlaps',
  'last_admin',
] as const
export type ListMistakeCode = (typeof LIST_MISTAKES)[number]

/** One thing to put right before a list can be taken over. */
export interface ListMistake {
  readonly code: ListMistakeCode
  /** Number of the row in the file; null: the file as a whole. */
  readonly row: number | null
  /** Id of the column; null: the row as a whole. */
  readonly column: string | null
  /** What stands there. */
  readonly value: string
  /** What the words need: another row, the names that would be right. */
  readonly params: Readonly<Record<string, string>>
}

export const mistake = (
  code: ListMistakeCode,
  row: number | null,
  column: string | null = null,
  value = '',
  params: Readonly<Record<string, string>> = {},
): ListMistake => ({ code, row, column, value, params })

/** What comes of a row: something new, something else than before, or nothing. */
export interface ListItem<Order> {
  readonly row: number
  readonly outcome: 'add' | 'change' | 'same'
  /** What it is about, as people know it. */
  readonly title: string
  readonly changes: readonly ListChange[]
  /** Null where nothing is to be done. */
  readonly order: Order | null
}

export interface ListChange {
  readonly column: string
  readonly before: string
  readonly after: string
}

export interface ListPlan<Order> {
  readonly items: readonly ListItem<Order>[]
  /** With any, nothing of the list is taken over. */
  readonly mistakes: readonly ListMistake[]
}

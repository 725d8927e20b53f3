import type { Language } from '../language.ts'
import { LIST_COLUMNS, type ListKind } from './list-columns.ts'
import type { ListMistake } from './list-mistake.ts'
import type { MistakeText, MistakeTexts } from './list-mistake-texts.ts'
import { LIST_MISTAKES_EN } from './list-mistake-texts-en.ts'
import { LIST_MISTAKES_HU } from './list-mistake-texts-hu.ts'
import { LIST_MISTAKES_RO } from './list-mistake-texts-ro.ts'

const TEXTS: Readonly<Record<Language, MistakeTexts>> = {
  ro: LIST_MISTAKES_RO,
  hu: LIST_MISTAKES_HU,
  en: LIST_MISTAKES_EN,
}

/** What a mistake says to the reader. */
export function listMistakeMessage(kind: ListKind, mistake: ListMistake, language: Language): MistakeText {
  const columns = LIST_COLUMNS[kind]
  return TEXTS[language][mistake.code]({
    value: mistake.value,
    params: mistake.params,
    column: columns.find(({ id }) => id === mistake.column)?.names[language] ?? mistake.column ?? '',
    columns: columns.map(({ names }) => names[language]).join(', '),
  })
}

import type { Issue, IssueCode } from './issue.ts'
import { ISSUE_PARAMS, type IssueParams, type IssueText, type IssueTexts } from './issue-catalogue.ts'
import { ENGLISH } from './issue-messages-en.ts'
import { HUNGARIAN } from './issue-messages-hu.ts'
import { ROMANIAN } from './issue-messages-ro.ts'
import type { Language } from './language.ts'

const CATALOGUES: Readonly<Record<Language, IssueTexts>> = { ro: ROMANIAN, hu: HUNGARIAN, en: ENGLISH }

const LONGEST_VALUE = 80
/** Lists of our own making, which have to be whole. */
const LISTS: ReadonlySet<string> = new Set(['lines', 'choices', 'examples'])

/** Cut to a readable length, on one line: the cell may hold a whole page. */
const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line
}

/** The message of an issue without its own address ("H97: …" is put in front by whoever shows it). */
export function issueMessage(issue: Issue, language: Language): IssueText {
  return write(issue.code, issue, CATALOGUES[language])
}

function write<Code extends IssueCode>(code: Code, issue: Issue, texts: IssueTexts): IssueText {
  const names: readonly string[] = ISSUE_PARAMS[code]
  const params = Object.fromEntries(
    names.map(name => {
      const value = issue.params[name] ?? ''
      return [name, LISTS.has(name) ? value : shown(value)]
    }),
  )
  return texts[code](params as IssueParams<Code>, shown(issue.value ?? ''))
}

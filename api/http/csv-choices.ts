import { type ChoiceTexts, type CsvChoices, parseCsvChoices } from '../../domain/index.ts'
import { ProblemError } from './problem.ts'

/** What a request says of a CSV; a value that does not exist is refused by the name of its field. */
export function csvChoices({ encoding, delimiter, quote, decimal }: ChoiceTexts): CsvChoices {
  const parsed = parseCsvChoices({ encoding, delimiter, quote, decimal })
  if ('wrong' in parsed) throw new ProblemError('reading_option_wrong', parsed.wrong)
  return parsed.choices
}

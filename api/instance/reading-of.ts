import { type CsvChoices, parseCsvChoices } from '../../domain/index.ts'
import type { Submission } from '../../services/index.ts'

/**
 * How a stored file is to be read: what its sender said and, once it was read, what was detected then. A later version that
 * detects something else still reads an accepted file as it was accepted.
 */
export function readingOf({
  readAs,
  readingOptions,
}: Pick<Submission, 'readAs' | 'readingOptions'>): CsvChoices {
  const { encoding, delimiter, quote } = readAs ?? {}
  const decimal = DECIDED.has(readAs?.decimal ?? '') ? readAs?.decimal : undefined
  const parsed = parseCsvChoices({ encoding, delimiter, quote, decimal })
  return { ...('choices' in parsed ? parsed.choices : {}), ...readingOptions }
}

/** Other values say that the amounts show no mark, or not one alone. */
const DECIDED: ReadonlySet<string> = new Set(['comma', 'point'])

/** Functional and economic codes are six digits in the reports: three pairs, for chapter, sub-chapter and paragraph
 * (functional) or title, article and line (economic). A trailing 00 means that the level is not used. */

/** The suffix that a dotted functional code carries between chapter and sub-chapter names the budget. Some converters
 * print .02 for all of A–D; the annexes distinguish them. */
export const BUDGET_SUFFIXES: readonly {
  readonly sector: string
  readonly source: string
  readonly suffix: string
}[] = [
  { sector: '01', source: 'A', suffix: '01' },
  { sector: '01', source: 'E', suffix: '09' },
  { sector: '01', source: 'F', suffix: '09' },
  { sector: '01', source: 'G', suffix: '09' },
  { sector: '02', source: 'A', suffix: '02' },
  { sector: '02', source: 'B', suffix: '06' },
  { sector: '02', source: 'C', suffix: '07' },
  { sector: '02', source: 'D', suffix: '08' },
  { sector: '02', source: 'E', suffix: '10' },
  { sector: '02', source: 'F', suffix: '10' },
  { sector: '02', source: 'G', suffix: '10' },
]

/** "02" for the local budget's own money; null when no rule names the suffix. */
export const budgetSuffix = (sector: string, source: string): string | null =>
  BUDGET_SUFFIXES.find(row => row.sector === sector && row.source === source)?.suffix ?? null

/** The pairs in use: 650301 → 65, 03, 01; 650300 → 65, 03; 6503 → 65, 03. Other texts stay whole. */
function pairs(code: string): string[] {
  if (!/^(\d\d){1,3}$/.test(code)) return [code]
  const used = code.match(/\d\d/g) ?? [code]
  while (used.length > 1 && used.at(-1) === '00') used.pop()
  return used
}

/** Dotted form of a functional code of 2, 4 or 6 digits: 650301 of sector 02, source A → 65.02.03.01. Over several
 * budgets, or where no rule names the suffix, it is left out: 65.03.01. */
export function displayFunctionalCode(
  code: string,
  budget: { sector: string; source: string } | null,
): string {
  const [chapter = code, ...rest] = pairs(code)
  const suffix = budget ? budgetSuffix(budget.sector, budget.source) : null
  return [chapter, ...(suffix && /^\d\d$/.test(chapter) ? [suffix] : []), ...rest].join('.')
}

/** Dotted form of an economic code of 2, 4 or 6 digits: 100101 → 10.01.01, 850000 → 85. */
export const displayEconomicCode = (code: string): string => pairs(code).join('.')

/** 1 chapter or title, 2 sub-chapter or article, 3 paragraph or line. */
export const codeLevel = (code: string): 1 | 2 | 3 => {
  const used = pairs(code).length
  return used === 1 ? 1 : used === 2 ? 2 : 3
}

import type { Rule } from '../../../../domain/index.ts'

/** A row that the first migration brings. */
export type FirstRule = Omit<Rule, 'prolonged'>

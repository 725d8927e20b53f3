import type { Budget, BudgetRow } from '../api-types.ts'
import { type BudgetState, type By, changed } from './budget-state.ts'

/**
 * One step down from a row: chapter → sub-chapter → its economic titles → lines. Revenue has no economic code and goes
 * by its own paragraphs; a source or a section opens into its chapters. Null where nothing is below: the cells are.
 */
export function below(state: BudgetState, row: BudgetRow): BudgetState | null {
  switch (state.by) {
    case 'source':
      return changed(state, { source: row.code, by: 'functional', level: 1 })
    case 'section':
      return changed(state, { section: row.code, by: 'functional', level: 1 })
    case 'functional':
      return belowFunctional(state, row)
    case 'economic':
      return belowEconomic(state, row)
  }
}

function belowFunctional(state: BudgetState, row: BudgetRow): BudgetState | null {
  if (state.level >= 4) return null
  if (state.level === 1 && row.children) return changed(state, { functional: row.code, level: 2 })
  if (state.kind === 'revenue') {
    return row.children && state.level === 2 ? changed(state, { functional: row.code, level: 3 }) : null
  }
  return state.economic === null
    ? changed(state, { functional: row.code, by: 'economic', level: 1 })
    : changed(state, { functional: row.code, level: 4 })
}

function belowEconomic(state: BudgetState, row: BudgetRow): BudgetState | null {
  if (state.level >= 4) return null
  // Inside a chapter a title opens at once into its lines; over the whole budget it first opens into articles.
  if (state.functional !== null) {
    return changed(state, { economic: row.code, level: 4 })
  }
  return changed(state, { economic: row.code, level: Math.min(state.level + 1, 4) })
}

export interface Crumb {
  readonly dimension: By
  readonly code: string
  readonly names: Budget['path'][number]['names']
  readonly state: BudgetState
}

const levelBelow = (code: string): number => Math.min(code.length / 2 + 1, 4)

/** The way down to the slice; each crumb goes back to what is directly below it. */
export function crumbs(state: BudgetState, path: Budget['path']): Crumb[] {
  let reached: BudgetState = changed(state, {
    by: 'functional',
    level: 1,
    functional: null,
    economic: null,
    source: null,
    section: null,
  })
  return path.map((step, index) => {
    const { dimension, code } = step
    if (dimension === 'functional') {
      reached =
        state.kind === 'expenditure' && (code.length >= 4 || path[index + 1]?.dimension === 'economic')
          ? changed(reached, { functional: code, by: 'economic', level: 1 })
          : changed(reached, { functional: code, by: 'functional', level: levelBelow(code) })
    } else if (dimension === 'economic') {
      reached = changed(reached, {
        economic: code,
        by: 'economic',
        level: reached.functional !== null ? 4 : levelBelow(code),
      })
    } else if (dimension === 'source') {
      reached = changed(reached, { source: code, by: 'functional', level: 1 })
    } else {
      reached = changed(reached, { section: code, by: 'functional', level: 1 })
    }
    return { dimension, code, names: step.names, state: reached }
  })
}

/** The first level that still divides the slice, when it is looked at by another classification. */
export function switchedTo(state: BudgetState, by: By): BudgetState {
  const code = by === 'functional' ? state.functional : by === 'economic' ? state.economic : null
  return changed(state, { by, level: code === null ? 1 : levelBelow(code) })
}

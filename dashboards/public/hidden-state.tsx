import { type BudgetState, writeState } from './budget-state.ts'

/** The rest of the page's state, carried by a GET form. */
export function HiddenState({ state, except }: { state: BudgetState; except: readonly string[] }) {
  return [...writeState(state)]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

import type { Budget } from '../api-types.ts'
import { LinkSwitch, LinkTabs } from '../parts/link-tabs.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { type BudgetState, BY, changed, INITIAL, VIEWS } from './budget-state.ts'
import { nameOf } from './budget-words.ts'
import { crumbs, switchedTo } from './drill.ts'

interface Props {
  state: BudgetState
  budget: Budget
  address(state: BudgetState, anchor: string): string
}

/** Everything that can be chosen about the breakdown, each choice a link. */
export function BudgetSwitches({ state, budget, address }: Props) {
  const { t } = useApp()
  const link = (change: Partial<BudgetState>) => address(changed(state, change), 'breakdown')
  // Revenue and expenditure have codes of their own: the way down does not carry over.
  const start = { by: INITIAL.by, level: 1, functional: null, economic: null }
  return (
    <>
      <div className="row switches">
        <LinkSwitch
          label={t.budget.kindSwitch}
          tabs={(['expenditure', 'revenue'] as const).map(kind => ({
            id: kind,
            text: t.budget[kind],
            href: link({ kind, ...start }),
            selected: state.kind === kind,
          }))}
        />
        <LinkSwitch
          label={t.budget.modeSwitch}
          tabs={(['cumulative', 'own'] as const).map(mode => ({
            id: mode,
            text: t.budget[mode],
            href: link({ mode }),
            selected: state.mode === mode,
          }))}
        />
        <LinkSwitch
          label={t.budget.viewSwitch}
          tabs={VIEWS.map(view => ({
            id: view,
            text: t.budget.views[view],
            href: link({ view }),
            selected: state.view === view,
          }))}
        />
      </div>
      <LinkTabs
        label={t.budget.tabs}
        tabs={BY.filter(by => by !== 'economic' || state.kind === 'expenditure').map(by => ({
          id: by,
          text: t.budget.by[by][state.kind],
          href: address(switchedTo(state, by), 'breakdown'),
          selected: state.by === by,
        }))}
      />
      <SliceCrumbs state={state} budget={budget} address={address} />
    </>
  )
}

function SliceCrumbs({ state, budget, address }: Props) {
  const { t, language } = useApp()
  if (budget.path.length === 0) return null
  const steps = crumbs(state, budget.path)
  const whole = changed(state, {
    by: INITIAL.by,
    level: 1,
    functional: null,
    economic: null,
    source: null,
    section: null,
  })
  return (
    <nav className="breadcrumb slice" aria-label={t.budget.sliceLabel}>
      <ol>
        <li>
          <a href={address(whole, 'breakdown')} data-nav="">
            {t.budget.whole}
          </a>
        </li>
        {steps.map((step, index) => {
          const name = nameOf(step.names, step.code, language, t)
          return (
            <li
              key={`${step.dimension} ${step.code}`}
              aria-current={index === steps.length - 1 ? 'true' : undefined}
            >
              {index === steps.length - 1 ? (
                name
              ) : (
                <a href={address(step.state, 'breakdown')} data-nav="">
                  {name}
                </a>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** The way to the entity's page. */
export function useEntityCrumbs(): { text: string; href: string }[] {
  const { t } = useApp()
  const href = useHref()
  return [
    { text: t.site.home, href: href('home') },
    { text: t.site.budgets, href: href('entities') },
  ]
}

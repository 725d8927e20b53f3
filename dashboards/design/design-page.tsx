import { barsHeight } from '../charts/bars-height.ts'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { hueOf } from '../charts/colours.ts'
import { baniOf, formatAmount, formatLarge, formatLei, geometryOf } from '../format/money.ts'
import { formatShare } from '../format/number.ts'
import type { PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Change } from '../parts/change.tsx'
import { LinkSwitch, LinkTabs } from '../parts/link-tabs.tsx'
import { EmptyState, Note, Skeleton } from '../parts/states.tsx'
import { StepList } from '../parts/step-list.tsx'
import { BarsTable } from '../parts/tables/bars-table.tsx'
import { TreeTable } from '../parts/tables/tree-table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Tiles } from '../parts/tile.tsx'
import { useApp } from '../shell/app-context.ts'
import { Attachments, Buttons, Colours, Drop, Feedback, Forms, Specimen, TypeScale } from './specimens.tsx'

const SAMPLE = [
  { code: '51', amount: '23485895.89' },
  { code: '65', amount: '19580798.10' },
  { code: '67', amount: '17959746.80' },
  { code: '37', amount: '-1950000.00' },
]
const TOTAL = '59076440.79'

function SampleTable() {
  const { t, language } = useApp()
  return (
    <BarsTable
      caption={t.design.sections.table}
      columns={{
        name: t.budget.column.functional.expenditure,
        amount: t.budget.amount,
        share: t.budget.share,
        shareLong: t.budget.shareOf,
      }}
      rows={SAMPLE.map(({ code, amount }, index) => ({
        id: code,
        name: t.design.option(code),
        href: index === 0 ? null : '#parts',
        amount,
        text: formatAmount(amount, language),
        traceHref: '#parts',
        traceLabel: t.budget.whereFrom(code, formatAmount(amount, language)),
        share: formatShare(baniOf(amount) ?? 0n, baniOf(TOTAL) ?? 0n, language) ?? '',
        selected: index === 1,
      }))}
      total={{
        label: t.budget.total,
        text: formatAmount(TOTAL, language),
        traceHref: '#parts',
        traceLabel: t.budget.whereFrom(t.budget.total, formatAmount(TOTAL, language)),
        selected: false,
      }}
    />
  )
}

function SampleChart() {
  const { t, language } = useApp()
  const rows = SAMPLE.map(({ code, amount }) => ({
    id: code,
    name: t.design.option(code),
    value: geometryOf(amount),
    text: formatLarge(amount, language),
    fill: hueOf('functional', code),
  }))
  return (
    <ChartFrame
      unit={t.budget.unitCumulative}
      height={barsHeight(rows.length)}
      table={<SampleTable />}
      load={async () => {
        const { BarsChart } = await import('../charts/bars-chart.tsx')
        return () => <BarsChart rows={rows} label={t.design.sections.chart} />
      }}
    />
  )
}

function Navigation() {
  const { t } = useApp()
  const tabs = ['A', 'B', 'C'].map((letter, index) => ({
    id: letter,
    text: t.design.option(letter),
    href: '#parts',
    selected: index === 0,
  }))
  return (
    <>
      <Breadcrumb
        label={t.design.sections.navigation}
        steps={[{ text: t.site.home, href: '#parts' }]}
        here={t.design.title}
      />
      <LinkTabs label={t.budget.tabs} tabs={tabs} />
      <LinkSwitch label={t.budget.viewSwitch} tabs={tabs} />
    </>
  )
}

function DesignPage() {
  const { t, language } = useApp()
  const { design } = t
  const part = (
    id: string,
    amount: string,
    children: { readonly id: string; readonly amount: string }[],
  ) => ({
    id,
    name: design.option(id),
    text: formatAmount(amount, language),
    children: children.map(child => ({
      id: child.id,
      name: design.option(child.id),
      text: formatAmount(child.amount, language),
      children: [],
    })),
  })
  return (
    <>
      <header className="page-head">
        <h1 id="parts">{design.title}</h1>
        <p className="lead">{design.lead}</p>
      </header>
      <Specimen title={design.sections.colours}>
        <Colours />
      </Specimen>
      <Specimen title={design.sections.type}>
        <TypeScale />
      </Specimen>
      <Specimen title={design.sections.buttons}>
        <Buttons />
      </Specimen>
      <Specimen title={design.sections.forms}>
        <Forms />
      </Specimen>
      <Specimen title={design.sections.drop}>
        <Drop />
      </Specimen>
      <Specimen title={t.attachment.field}>
        <Attachments />
      </Specimen>
      <Specimen title={design.sections.tiles}>
        <Tiles
          tiles={[
            {
              label: t.budget.expenditure,
              value: formatLarge('103323008.93', language),
              note: formatLei('103323008.93', language),
            },
            { label: t.budget.executionRate, value: null, note: t.budget.executionRateNone },
            {
              label: t.submission.tiles.expenditure,
              value: formatLei('-1.00', language),
              note: t.submission.tiles.noControl,
              tone: 'error',
            },
          ]}
        />
      </Specimen>
      <Specimen title={design.sections.navigation}>
        <Navigation />
      </Specimen>
      <Specimen title={design.sections.table}>
        <SampleTable />
      </Specimen>
      <Specimen title={design.sections.tree}>
        <TreeTable
          caption={design.sections.tree}
          columns={[t.budget.column.functional.expenditure, t.budget.amount]}
          nodes={[
            part('65', '19580798.10', [
              { id: '6503', amount: '11022310.05' },
              { id: '6504', amount: '8558488.05' },
            ]),
            part('67', '17959746.80', [{ id: '6703', amount: '17959746.80' }]),
          ]}
        />
      </Specimen>
      <Specimen title={design.sections.chart}>
        <SampleChart />
      </Specimen>
      <Specimen title={design.sections.steps}>
        <StepList
          label={t.upload.stepsLabel}
          steps={t.upload.steps}
          current={1}
          done={t.upload.done}
          now={t.upload.now}
        />
      </Specimen>
      <Specimen title={design.sections.feedback}>
        <p className="row">
          <Tag tone="good">{design.tagGood}</Tag>
          <Tag tone="signal">{design.tagWarn}</Tag>
          <Tag tone="error">{design.tagBad}</Tag>
          <Tag>{design.tagPlain}</Tag>
        </p>
        <Note tone="signal">{t.marks.sampleLong}</Note>
        <Note tone="error">{t.submission.actionFailed}</Note>
        <Feedback />
      </Specimen>
      <Specimen title={design.sections.change}>
        <Change
          before={formatLei('12480.00', language)}
          after={formatLei('13480.00', language)}
          labels={[design.before, design.after]}
        />
      </Specimen>
      <Specimen title={design.sections.waiting}>
        <div className="thirds">
          <Skeleton rows={5} label={t.site.loading} />
          <EmptyState title={design.emptyTitle}>
            <p>{design.emptyText}</p>
          </EmptyState>
          <Note tone="error">
            <b>{t.problem.broken}</b> {t.problem.brokenText}
          </Note>
        </div>
      </Specimen>
    </>
  )
}

export const designPage: PageModule<null> = {
  Page: DesignPage,
  head: (_, { t }) => ({ title: t.design.title, description: t.design.lead }),
}

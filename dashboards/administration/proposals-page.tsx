import { useState } from 'react'
import { AccountHead } from '../account/account-head.tsx'
import type { CuiProposal } from '../api-types.ts'
import { formatDay } from '../format/date.ts'
import type { PageModule, ProposalsData } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Select } from '../parts/forms/field.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

const NONE = 'none'

function Decision({
  proposal,
  candidates,
}: {
  proposal: CuiProposal
  candidates: ProposalsData['candidates']
}) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.proposals
  const { busy, problem, run } = useCommand(words.refusals)
  const [chosen, setChosen] = useState(proposal.organisation?.id ?? NONE)
  const [mistake, setMistake] = useState<string | null>(null)
  const { id, cui, name } = proposal
  const confirm = async () => {
    setMistake(chosen === NONE ? words.missing : null)
    if (chosen === NONE) return
    await run('POST', `/api/cui-proposals/${id}/confirm`, { organisationId: chosen }, words.confirmed)
  }
  const options = candidates.map(one => ({ id: one.id, text: one.names[language] }))
  return (
    <div className="stack proposal needs-scripts">
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      <Select
        label={words.whose}
        value={chosen}
        onChange={setChosen}
        error={mistake}
        options={chosen === NONE ? [{ id: NONE, text: words.choose }, ...options] : options}
      />
      <div className="row">
        <Button
          kind="primary"
          aria-label={words.confirmLabel(cui)}
          busyText={busy ? words.confirming : null}
          onPress={() => void confirm()}
        >
          {words.confirm}
        </Button>
        <ConfirmDialog
          open={words.reject}
          openLabel={words.rejectLabel(cui)}
          title={words.rejectTitle}
          confirm={words.reject}
          confirmKind="danger"
          cancel={words.keep}
          isDisabled={busy}
          onConfirm={() => void run('POST', `/api/cui-proposals/${id}/reject`, null, words.rejected)}
        >
          <p>{words.rejectText(cui)}</p>
        </ConfirmDialog>
        <a href={href('organisations', {}, new URLSearchParams({ cui, name }))} data-nav="">
          {words.add}
        </a>
      </div>
    </div>
  )
}

function ProposalsPage({ data: { items, candidates, mayDecide } }: { data: ProposalsData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.proposals
  return (
    <div className="narrow organisation">
      <AccountHead
        title={words.title}
        lead={words.lead}
        between={[{ text: t.organisationList.title, href: href('organisations') }]}
        needsScripts={mayDecide}
      />
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        items.map(proposal => (
          <section key={proposal.id} className="setting" aria-labelledby={`cui-${proposal.cui}`}>
            <h2 id={`cui-${proposal.cui}`}>{proposal.cui}</h2>
            <p>
              <b>{words.named(proposal.name)}</b>
            </p>
            <p className="row meta">
              <span>{words.reasons[proposal.reason]}</span>
              <span>{words.at(formatDay(proposal.proposedAt, language))}</span>
              {proposal.submissionId === null ? null : (
                <a
                  href={href('submission', { id: proposal.submissionId })}
                  data-nav=""
                  aria-label={`${words.report}: ${proposal.cui}`}
                >
                  {words.report}
                </a>
              )}
            </p>
            {mayDecide ? (
              <Decision proposal={proposal} candidates={candidates} />
            ) : (
              <p>{proposal.organisation?.names[language]}</p>
            )}
          </section>
        ))
      )}
    </div>
  )
}

export const proposalsPage: PageModule<ProposalsData> = {
  Page: ProposalsPage,
  head: (_, { t }) => ({ title: t.proposals.title, description: t.proposals.lead }),
}

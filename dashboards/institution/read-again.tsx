import { type ReactNode, useState } from 'react'
import type { CsvDialect } from '../../domain/index.ts'
import type { Submission } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Note } from '../parts/states.tsx'
import { notify } from '../parts/toast.tsx'
import { ALL_DETECTED, DialectFields, type DialectTexts } from '../preview/dialect-fields.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'
import { refusalOf } from './refusal.tsx'

const QUESTIONS: Readonly<Record<string, keyof CsvDialect>> = {
  encoding_uncertain: 'encoding',
  delimiter_uncertain: 'delimiter',
  quote_uncertain: 'quote',
  decimal_uncertain: 'decimal',
}

/** How a CSV was read, in words, and the way to have it read otherwise while it is not confirmed. */
export function ReadAgain({ submission }: { submission: Submission }) {
  const { t } = useApp()
  const { readAs, links } = submission
  if (!readAs) return null
  const names = t.csv.names
  const parts = [
    names.encoding[readAs.encoding as keyof typeof names.encoding],
    t.csv.delimited[readAs.delimiter as keyof typeof t.csv.delimited],
    readAs.quote === 'double' ? undefined : names.quote[readAs.quote as keyof typeof names.quote],
    readAs.decimal === 'both'
      ? t.csv.bothDecimals
      : names.decimal[readAs.decimal as keyof typeof names.decimal],
  ].filter(part => part !== undefined)
  const asked = askedOf(submission)
  return (
    <section aria-labelledby="read-as" className="read-as">
      <h2 id="read-as">{t.csv.heading}</h2>
      <p>{t.csv.explained(parts, readAs.columns, readAs.rows, false)}</p>
      {links.readAgain === undefined ? null : asked.size > 0 ? (
        <Choices submission={submission} asked={asked} />
      ) : (
        <details>
          <summary>{t.csv.change}</summary>
          <Choices submission={submission} asked={asked} />
        </details>
      )}
    </section>
  )
}

/** The questions that reading left open, with what the issue says of each. */
const askedOf = ({ issues }: Submission): ReadonlyMap<keyof CsvDialect, string> =>
  new Map(
    issues.flatMap(({ code, message }) => {
      const property = QUESTIONS[code]
      return property ? [[property, message] as const] : []
    }),
  )

function Choices({
  submission,
  asked,
}: {
  submission: Submission
  asked: ReadonlyMap<keyof CsvDialect, string>
}) {
  const { t, language, session, path, refresh } = useApp()
  const href = useHref()
  const { id, readAs } = submission
  const [chosen, setChosen] = useState<DialectTexts>(() => givenOf(readAs))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode | null>(null)
  const isOpen = [...asked.keys()].some(property => chosen[property] === '')

  const read = async () => {
    setBusy(true)
    setProblem(null)
    const body = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''))
    const address = `/api/reporting/submissions/${id}/read-again?lang=${language}`
    const answer = await send<Submission>('POST', address, session?.csrfToken ?? null, body)
    if (answer.ok) notify(t.csv.readAgainDone)
    else setProblem(refusalOf(answer, t, href('sign-in', {}, new URLSearchParams({ next: path }))))
    await refresh()
    setBusy(false)
  }
  return (
    <>
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      <DialectFields
        chosen={chosen}
        detected={readAs ?? ALL_DETECTED}
        asked={asked}
        isDisabled={busy}
        onChange={setChosen}
      />
      <p className="row">
        <Button onPress={read} isDisabled={isOpen} busyText={busy ? t.csv.readingAgain : null}>
          {t.csv.readAgain}
        </Button>
      </p>
    </>
  )
}

/** What the sender said before stays said. */
function givenOf(readAs: Submission['readAs']): DialectTexts {
  const given = Object.fromEntries(
    (readAs?.given ?? []).map(property => [property, readAs?.[property] ?? '']),
  )
  return { ...ALL_DETECTED, ...given }
}

import type { Mandate } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { clockSentence } from './mandate-words.ts'

/** The statutory clock and the steps that made it run, stand and end. */
export function MandateTimeline({ mandate }: { mandate: Mandate }) {
  const { t, language } = useApp()
  const words = t.mandates
  const { rule, clock, steps } = mandate
  const sentence = clockSentence(mandate, language, t)
  return (
    <>
      <section className="setting" aria-labelledby="clock">
        <h2 id="clock">{words.clock}</h2>
        {sentence === null ? null : clock.overdue ? <Note tone="error">{sentence}</Note> : <p>{sentence}</p>}
        <details>
          <summary>{words.law}</summary>
          <p>
            <b>{rule.names[language]}</b>: {rule.explanation[language]}
          </p>
          <p className="meta" lang="ro">
            {rule.article}
          </p>
          {rule.toBeConfirmed ? <p className="meta">{words.toBeConfirmed}</p> : null}
        </details>
      </section>
      <section className="setting" aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <ol className="timeline">
          {steps.map(({ step, at, reason, number }) => (
            <li key={`${step} ${at}`}>
              <p className="row">
                <b>{words.steps[step]}</b>
                {number === null ? null : <span className="meta">{words.paper(number)}</span>}
              </p>
              <p className="meta">{formatInstant(at, language)}</p>
              {reason === null ? null : <blockquote>{reason}</blockquote>}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

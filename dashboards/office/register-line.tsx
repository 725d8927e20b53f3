import { useState } from 'react'
import type { RegisterEntry } from '../api-types.ts'
import { formatDay } from '../format/date.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { AnnulEntry } from './annul-entry.tsx'

interface Props {
  entry: RegisterEntry
  /** Null for whoever only reads. */
  onAnswer: ((entry: RegisterEntry) => void) | null
}

export function RegisterLine({ entry, onAnswer }: Props) {
  const { t, language } = useApp()
  const words = t.registers
  const [annulling, setAnnulling] = useState(false)
  const { annulled, direction } = entry
  return (
    <li className={annulled ? 'line line-annulled' : 'line'}>
      <div className="line-number">
        <b>{entry.text}</b>
        <span className="meta">{words.one[direction]}</span>
      </div>
      <div className="line-text">
        <p className="line-summary">{entry.summary}</p>
        <p className="row meta">
          <span>
            {entry.correspondent === null
              ? words.nobody
              : `${direction === 'entry' ? words.from : words.to}: ${entry.correspondent}`}
          </span>
          {entry.answers ? <span>{words.answers(entry.answers.text)}</span> : null}
        </p>
        {annulled ? (
          <p className="row">
            <Tag tone="error">{words.annulled}</Tag>
            <span>
              {formatDay(annulled.at, language)}: {annulled.reason}
            </span>
          </p>
        ) : null}
      </div>
      {onAnswer === null || annulled || annulling ? null : (
        <div className="row needs-scripts">
          {direction === 'entry' ? (
            <Button kind="quiet" onPress={() => onAnswer(entry)} aria-label={words.answerTo(entry.text)}>
              {words.answer}
            </Button>
          ) : null}
          <Button
            kind="quiet"
            onPress={() => setAnnulling(true)}
            aria-label={words.annul.openFor(entry.text)}
          >
            {words.annul.open}
          </Button>
        </div>
      )}
      {annulling && !annulled ? <AnnulEntry entry={entry} onClose={() => setAnnulling(false)} /> : null}
    </li>
  )
}

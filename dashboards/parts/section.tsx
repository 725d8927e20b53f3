import { type ReactNode, useId } from 'react'
import { Note } from './states.tsx'

/** A part of a page of settings: what it is, what it does, and why the last try did not work. */
export function Section({
  heading,
  text,
  problem,
  children,
}: {
  heading: string
  text: string | null
  problem: string | null
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="setting" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {text === null ? null : <p className="meta">{text}</p>}
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      {children}
    </section>
  )
}

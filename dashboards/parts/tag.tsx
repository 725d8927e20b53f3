import type { ReactNode } from 'react'

export type TagTone = 'good' | 'signal' | 'error' | 'plain'

/** A word of state. The word says it; the colour only helps. */
export function Tag({
  tone = 'plain',
  title,
  children,
}: {
  tone?: TagTone
  title?: string
  children: ReactNode
}) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  )
}

import type { ReactNode } from 'react'

/** What will be here, and how to begin. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}

type NoteTone = 'signal' | 'error' | 'good'

/** A sentence that has to be seen; `live` ones are read out when they appear. */
export function Note({
  tone,
  live = false,
  children,
}: {
  tone: NoteTone
  live?: boolean
  children: ReactNode
}) {
  return (
    <div className={`note note-${tone}`} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      {children}
    </div>
  )
}

/** Rows in the shape of the content that is on its way. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
        <i key={index} aria-hidden="true" />
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'
import { MISSING } from '../format/number.ts'

interface Tile {
  readonly label: string
  /** Null is a figure that does not exist; then `note` says why. */
  readonly value: ReactNode | null
  readonly note: ReactNode
  readonly tone?: 'error'
}

/** The few figures that answer the page's question, each with its exact form under it. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <dl className="tiles">
      {tiles.map(tile => (
        <div className="tile" key={tile.label}>
          <dt>{tile.label}</dt>
          <dd className={tile.tone === 'error' ? 'tile-value tile-error' : 'tile-value'}>
            {tile.value ?? MISSING}
          </dd>
          <dd className="tile-note">{tile.note}</dd>
        </div>
      ))}
    </dl>
  )
}

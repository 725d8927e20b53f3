import { geometryOf } from '../../format/money.ts'

export interface BarGeometry {
  /** Per cent of the track. */
  readonly left: number
  readonly width: number
  readonly negative: boolean
}

/** Lengths of bars on one scale from a zero baseline; the baseline moves right where there are negative amounts. */
export function barsOf(amounts: readonly string[]): BarGeometry[] {
  const values = amounts.map(geometryOf)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || 1
  const round = (share: number): number => Math.round(share * 1000) / 10
  return values.map(value => ({
    left: round((Math.min(value, 0) - low) / span),
    width: round(Math.abs(value) / span),
    negative: value < 0,
  }))
}

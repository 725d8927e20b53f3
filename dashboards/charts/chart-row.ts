/** One figure of a chart: lengths come from `value`, what is read from `text`. */
export interface ChartRow {
  readonly id: string
  readonly name: string
  readonly value: number
  readonly text: string
  readonly fill: string
}

export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`

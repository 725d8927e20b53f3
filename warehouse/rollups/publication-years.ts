import type { Engine } from '../engine/engine.ts'

/** Which publications are of which year: a publication changes its own year's rows and no others, since the reports that
 * it supersedes or stands after are of the same year. */
export class PublicationYears {
  readonly #engine: Engine
  /** Ascending numbers by year. */
  readonly #byYear = new Map<string, number[]>()
  #known = 0
  #reading: Promise<void> = Promise.resolve()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Knows every publication up to this number afterwards. Numbers only grow, so what was read once stays right. */
  async knowUpTo(publication: number): Promise<void> {
    if (publication <= this.#known) return
    this.#reading = this.#reading.then(() => (publication <= this.#known ? undefined : this.#readOn()))
    const reading = this.#reading
    // A failure is its asker's; the next one tries again.
    this.#reading = reading.catch(() => {})
    await reading
  }

  /** The last publication of a year up to a number; 0 when there was none. */
  last(year: string, publication: number): number {
    const numbers = this.#byYear.get(year) ?? []
    let low = 0
    let high = numbers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[middle] ?? 0) <= publication) low = middle + 1
      else high = middle
    }
    return numbers[low - 1] ?? 0
  }

  /** Years that have a publication, in order. */
  years(): string[] {
    return [...this.#byYear.keys()].sort()
  }

  forget(): void {
    this.#byYear.clear()
    this.#known = 0
  }

  async #readOn(): Promise<void> {
    const { rows } = await this.#engine.query(
      `select publication, strftime(period_end, '%Y') from publications where publication > ? order by publication`,
      [this.#known],
    )
    for (const [number, year] of rows) {
      const numbers = this.#byYear.get(year ?? '') ?? []
      numbers.push(Number(number))
      this.#byYear.set(year ?? '', numbers)
      this.#known = Number(number)
    }
  }
}

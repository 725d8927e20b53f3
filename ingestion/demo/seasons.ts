/** How a year's money spreads over its months, in parts of 10,000. */
export const SEASONS = {
  even: [834, 833, 833, 834, 833, 833, 834, 833, 833, 834, 833, 833],
  heating: [1550, 1500, 1250, 800, 350, 150, 150, 150, 400, 950, 1250, 1500],
  building: [100, 200, 500, 900, 1100, 1300, 1400, 1300, 1200, 1000, 700, 300],
  late: [0, 100, 300, 500, 600, 800, 800, 900, 1000, 1300, 1500, 2200],
  quarterly: [0, 0, 2500, 0, 0, 2500, 0, 0, 2500, 0, 0, 2500],
  summer: [200, 300, 500, 800, 1100, 1500, 1800, 1700, 900, 600, 300, 300],
  rare: [0, 0, 2000, 0, 0, 0, 4000, 0, 0, 4000, 0, 0],
} as const satisfies Readonly<Record<string, readonly number[]>>

export type Season = keyof typeof SEASONS

import fc from 'fast-check'

/** Changes to a query, each a small slip or a try: of a text, a number, a list, the tree of filters, or a key. */
export interface Mutation {
  readonly place: number
  readonly kind: 'text' | 'number' | 'list' | 'wrap' | 'key' | 'swap'
  readonly seed: number
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(400),
  kind: fc.constantFrom('text', 'text', 'number', 'list', 'wrap', 'key', 'swap'),
  seed: fc.nat(1_000_000),
})

type Spot = readonly [holder: object, key: string | number, value: unknown]

/** Every place in a value where something could be put in its stead. */
function spotsOf(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]): Spot[] => [
    [value, Array.isArray(value) ? Number(name) : name, child],
    ...spotsOf(child),
  ])
}

const put = (holder: object, key: string | number, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

const LETTERS = [
  '',
  'x',
  '.',
  '_',
  '%',
  "'",
  '"',
  '\\',
  '-',
  '0',
  ' ',
  '\n',
  'ș',
  '\u0000',
  '{',
  '$',
  '__proto__',
  '.month',
]

function mutateText(text: string, seed: number): string {
  const at = seed % (text.length + 1)
  const letter = LETTERS[seed % LETTERS.length] ?? ''
  switch (seed % 5) {
    case 0:
      return text.slice(0, at) + letter + text.slice(at)
    case 1:
      return text.slice(0, at) + text.slice(at + 1)
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1)
    case 3:
      return at % 2 === 0 ? text.toUpperCase() : text.split('.').reverse().join('.')
    default:
      return text + text.slice(at)
  }
}

const NUMBERS = [-1, 0, 0.5, 1e9, 50_001, 2 ** 53, -(2 ** 31), Number.MAX_VALUE, '7', '1e5', '-0', null]

export function mutate(query: unknown, mutations: readonly Mutation[]): unknown {
  const copy: unknown = structuredClone(query)
  for (const { place, kind, seed } of mutations) {
    const spots = spotsOf(copy)
    const fitting = spots.filter(
      ([, , value]) =>
        (kind === 'text' && typeof value === 'string') ||
        (kind === 'number' &&
          (typeof value === 'number' || (typeof value === 'string' && /^\d/.test(value)))) ||
        (kind === 'list' && Array.isArray(value)) ||
        (kind === 'wrap' && typeof value === 'object' && value !== null && !Array.isArray(value)) ||
        kind === 'swap' ||
        kind === 'key',
    )
    const spot = fitting[place % Math.max(1, fitting.length)]
    if (!spot) continue
    const [holder, key, value] = spot
    if (kind === 'text') put(holder, key, mutateText(String(value), seed))
    else if (kind === 'number') put(holder, key, NUMBERS[seed % NUMBERS.length])
    else if (kind === 'list') put(holder, key, mutateList(value as unknown[], seed))
    else if (kind === 'wrap') put(holder, key, wrapped(value, seed))
    else if (kind === 'key') put(holder, mutateText(String(key), seed), value)
    else put(holder, key, structuredClone(spots[seed % spots.length]?.[2]))
  }
  return copy
}

function mutateList(list: readonly unknown[], seed: number): unknown[] {
  if (seed % 4 === 0) return []
  if (seed % 4 === 1) return [...list, ...list]
  if (seed % 4 === 2) return [...list].reverse()
  return [...list, [list[0]]]
}

/** Conditions in conditions, down to deeper than is allowed. */
function wrapped(value: unknown, seed: number): unknown {
  let inner = value
  for (let depth = 0; depth <= seed % 7; depth += 1)
    inner = { [(seed + depth) % 2 === 0 ? 'or' : 'and']: seed % 3 === 0 ? [inner, inner] : [inner] }
  return inner
}

import { describe, expect, it } from 'vitest'
import { LANGUAGES, SUBMISSION_STATES } from '../../domain/index.ts'
import { loadTexts } from './index.ts'
import { article, hungarianCount, romanianCount } from './plural.ts'

type Leaf = string | ((...values: never[]) => string)

function leaves(value: unknown, path: string): [string, Leaf][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]]
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}.${key}`))
}

describe('dictionaries', () => {
  it('has the same texts in each language, also where the type allows any key', async () => {
    const [ro, hu, en] = await Promise.all(
      LANGUAGES.map(async language => leaves(await loadTexts(language), '')),
    )
    const keys = (all: [string, Leaf][] = []) => all.map(([key]) => key).sort()
    expect(keys(hu)).toEqual(keys(ro))
    expect(keys(en)).toEqual(keys(ro))
  })
  it.each(LANGUAGES)('has no empty text in %s', async language => {
    for (const [key, text] of leaves(await loadTexts(language), '')) {
      if (typeof text === 'string') expect(text.trim(), key).not.toBe('')
    }
  })
  it('writes Romanian with comma below, not cedilla, and Hungarian with its long vowels', async () => {
    const all = async (language: 'ro' | 'hu') =>
      leaves(await loadTexts(language), '')
        .map(([, text]) => String(text))
        .join(' ')
    expect(await all('ro')).not.toMatch(/[şţŞŢ]/)
    expect(await all('hu')).not.toMatch(/[õûÕÛ]/)
  })
  it('speaks to the reader in one way: tu in Romanian, te in Hungarian', async () => {
    const formal = {
      ro: /(?<!\p{L})(dumneavoastră|sunteți|aveți|alegeți|scrieți|încercați)(?!\p{L})/iu,
      hu: /(?<!\p{L})(Ön(t|nek|ök|é)?|[Íí]rja be|[Vv]álassz(a|on)|[Tt]öltse|[Pp]róbálja|[Ee]llenőrizze)(?!\p{L})/u,
    }
    for (const language of ['ro', 'hu'] as const)
      for (const [key, text] of leaves(await loadTexts(language), ''))
        expect(String(text), key).not.toMatch(formal[language])
  })
  it.each(LANGUAGES)('names every state of a submission in %s', async language => {
    const { states } = await loadTexts(language)
    for (const state of SUBMISSION_STATES) expect(states[state]).toBeTruthy()
  })
})

describe('counts', () => {
  it.each([
    [1, '1\u00a0celulă'],
    [0, '0\u00a0celule'],
    [19, '19\u00a0celule'],
    [20, '20\u00a0de celule'],
    [100, '100\u00a0de celule'],
    [101, '101\u00a0celule'],
    [1065, '1.065\u00a0de celule'],
  ])('%d in Romanian', (count, text) => {
    expect(romanianCount(count, 'celulă', 'celule')).toBe(text)
  })
  it('keeps the Hungarian singular and chooses the article', () => {
    expect(hungarianCount(65, 'cella')).toBe('65\u00a0cella')
    expect(article('Olt')).toBe('az')
    expect(article('Kórház')).toBe('a')
  })
})

import path from 'node:path'
import { expect, test } from 'vitest'
import { executionLineKey, formatBani, parseCui, sumBani } from '../../domain/index.ts'
import { projectRoot } from '../../tests/support/built.ts'
import { readContent } from '../fixtures/read-content.ts'
import { loadKnownCodes } from '../validation/known-codes.ts'
import { validateInContext } from '../validation/validate-in-context.ts'
import { type DemoReport, generateDemoReports } from './index.ts'

const county = generateDemoReports(2026)
const [council, ...institutions] = county.entities
const of = (cui: string | undefined): readonly DemoReport[] =>
  county.reports.filter(report => report.cui === cui)
const sum = (
  report: DemoReport | undefined,
  pick: (line: DemoReport['content']['lines'][number]) => boolean,
) => formatBani(sumBani(report?.content.lines.filter(pick).map(line => line.amount) ?? []))

test('a council and six institutions, named in three languages, with codes that check', () => {
  expect(county.entities.map(entity => entity.kind)).toEqual([
    'county_council',
    'social_protection',
    'hospital',
    'museum',
    'library',
    'cultural_centre',
    'roads',
  ])
  for (const { cui, names, parentCui } of county.entities) {
    expect(parseCui(cui)).toBe(cui)
    expect(Number(cui)).toBeGreaterThanOrEqual(90_000_010)
    expect(new Set(Object.values(names)).size).toBe(3)
    expect([names.ro, names.hu, names.en].every(name => /demo|minta/i.test(name))).toBe(true)
    expect(parentCui).toBe(cui === council?.cui ? null : council?.cui)
  }
  expect(new Set(county.entities.map(entity => entity.cui)).size).toBe(7)
})

test('24 months each, ending in June 2026, with 30 to 120 lines once the year is on its way', () => {
  expect(county.reports).toHaveLength(168)
  expect(new Set(county.reports.map(report => report.fileName)).size).toBe(168)
  for (const { cui } of county.entities) {
    const dates = of(cui).map(report => report.periodEnd)
    expect(dates).toHaveLength(24)
    expect([dates[0], dates[6], dates[19], dates[23]]).toEqual([
      '2024-07-31',
      '2025-01-31',
      '2026-02-28',
      '2026-06-30',
    ])
    for (const report of of(cui)) {
      expect(report.content.lines.length).toBeLessThanOrEqual(120)
      expect(report.content.lines.length).toBeGreaterThanOrEqual(/-0[1-3]-/.test(report.periodEnd) ? 15 : 30)
      const keys = report.content.lines.map(executionLineKey)
      expect(new Set(keys).size).toBe(keys.length)
      expect(
        report.content.lines.every(
          line => line.functionalName && (line.economic === null) === (line.economicName === null),
        ),
      ).toBe(true)
    }
  }
})

test('the same seed gives the same county, another seed another', () => {
  const texts = (seed: number): string[] => generateDemoReports(seed).reports.map(report => report.csv())
  expect(texts(2026)).toEqual(county.reports.map(report => report.csv()))
  expect(texts(7)).not.toEqual(texts(2026))
})

test('what the council transfers is what the institutions receive, each month to the ban', () => {
  // 51.01 meets 43.10.09 and 51.02 meets 43.10.19; health has 51.01.46 with 43.10.10 and 51.02.28 with 43.10.14.
  const pairs = [
    ['510101', '430900'],
    ['510229', '431900'],
    ['510146', '431000'],
    ['510228', '431400'],
  ] as const
  for (const [index, paid] of of(council?.cui).entries())
    for (const [economic, functional] of pairs) {
      const received = institutions.map(({ cui }) => of(cui)[index])
      const total = received.map(report =>
        sum(report, line => line.kind === 'revenue' && line.functional === functional),
      )
      const all = formatBani(sumBani(total.map(amount => BigInt(amount.replace('.', '')))))
      const given = sum(paid, line => line.economic === economic)
      expect([paid.periodEnd, economic, given]).toEqual([paid.periodEnd, economic, all])
      if (economic === '510101') expect(given).not.toBe('0.00')
    }
})

test('sources A, D and E to G, both sections and none, 37.03 against 37.04, recoveries below zero', () => {
  const lines = county.reports.flatMap(report => report.content.lines)
  expect([...new Set(lines.map(line => line.source))].sort().join('')).toBe('ADEFG')
  expect(new Set(lines.map(line => line.section))).toEqual(new Set(['F', 'D', null]))
  expect(lines.some(line => line.economic === '850101' && line.amount < 0n)).toBe(true)
  for (const report of county.reports)
    expect(sum(report, line => /^370[34]/.test(line.functional))).toBe('0.00')
})

test('the files read back exactly and each follows from the one before it', async () => {
  const known = await loadKnownCodes(path.join(projectRoot, 'warehouse/reference-data'))
  for (const { cui } of county.entities) {
    let previous: { periodEnd: string; lines: DemoReport['content']['lines'] } | null = null
    for (const report of of(cui).slice(-8)) {
      const { report: read, issues } = await readContent(await report.xlsx(), report.fileName, known)
      expect(new Set(issues.map(issue => issue.code))).toEqual(
        // Codes of annex 10 (sources E to G) are not in the local classification.
        new Set(issues.length > 0 ? ['code_unknown'] : []),
      )
      if (!read) throw new Error(report.fileName)
      expect(read).toMatchObject({ type: 'FXB-EXB-900', cui, periodEnd: report.periodEnd })
      expect(read.lines.map(({ sheet, cell, row, rawValue, ...line }) => line)).toEqual(report.content.lines)
      const context = {
        entityKnown: true,
        permitted: true,
        expectedCui: cui,
        expectedType: null,
        today: '2026-07-01',
        ownIssues: issues,
      }
      expect(validateInContext(read, { ...context, previous })).toEqual([])
      previous = { periodEnd: report.periodEnd, lines: report.content.lines }
    }
  }
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Warehouse } from '../open-warehouse.ts'
import { line, makePublication, makeReport } from '../testing/make-report.ts'
import { scratchWarehouse } from '../testing/scratch-warehouse.ts'
import { warehouseFolder } from '../warehouse-folder.ts'
import { listTerritories } from './list-territories.ts'
import { loadReferenceData } from './load-reference-data.ts'

let scratch: Awaited<ReturnType<typeof scratchWarehouse>>
let warehouse: Warehouse
const rows = async (sql: string) => (await warehouse.engine.query(sql)).rows

beforeAll(async () => {
  scratch = await scratchWarehouse()
  warehouse = scratch.warehouse
})
afterAll(() => scratch.remove())

describe('the dimensions', () => {
  it('hold the dictionaries, each code once and with its whole branch', async () => {
    expect(
      await rows(`select
        (select count(*) from dim.functional), (select count(distinct concat(kind, code)) from dim.functional),
        (select count(*) from dim.economic), (select count(distinct code) from dim.economic),
        (select count(*) from dim.source), (select count(*) from dim.territory), (select count(*) from dim.population),
        (select count(*) from dim.date), (select count(distinct day) from dim.date)`),
    ).toEqual([['483', '483', '274', '274', '10', '67', '402', '14975', '14975']])
    expect(
      await rows(
        `select count(*) from dim.functional where chapter_name_ro = chapter or subchapter_name_ro = subchapter`,
      ),
    ).toEqual([['0']])
    expect(
      await rows(
        `select count(*) from dim.economic where title_name_ro = title or article_name_ro = article`,
      ),
    ).toEqual([['0']])
  })

  it('join a paragraph to its sub-chapter and chapter in three languages', async () => {
    expect(
      await rows(`select level, display, name_ro, subchapter, subchapter_name_hu, chapter, chapter_name_en from dim.functional
        where kind = 'expenditure' and code in ('650301', '650000') order by code`),
    ).toEqual([
      ['1', '65', 'Învățământ', '6500', 'Oktatás', '65', 'Education'],
      ['3', '65.03.01', 'Învățământ preșcolar', '6503', 'Iskola előtti és elemi oktatás', '65', 'Education'],
    ])
    expect(await rows(`select * from dim.economic where code = '100100'`)).toEqual([
      [
        ...[
          '100100',
          '2',
          '10.01',
          'Cheltuieli salariale în bani',
          'Pénzbeli bérkiadások',
          'Wage expenditure in cash',
        ],
        ...['10', 'Cheltuieli de personal', 'Személyi kiadások', 'Personnel expenditure'],
        ...['1001', 'Cheltuieli salariale în bani', 'Pénzbeli bérkiadások', 'Wage expenditure in cash'],
        ...[
          '100100',
          'Cheltuieli salariale în bani',
          'Pénzbeli bérkiadások',
          'Wage expenditure in cash',
          'true',
        ],
      ],
    ])
  })

  it('carry the county, the basis of the population and the days of the calendar', async () => {
    expect(
      await rows(
        `select distinct t.county, p.county, p.basis from dim.territory t join dim.population p using (siruta)`,
      ),
    ).toEqual([['HR', 'HR', 'registered']])
    expect(await rows(`select * from dim.date where day = date '2024-02-29'`)).toEqual([
      ['2024-02-29', '2024', '1', '2', '2024-02-01', '2024-02-29', '2024-01-01', '2024-03-31'],
    ])
    expect(await warehouse.population('83320', 2014)).toMatchObject({ year: 2014, basis: 'registered' })
    expect(await warehouse.population('83320', 2018)).toMatchObject({ year: 2015 })
    expect(await warehouse.population('83320')).toMatchObject({ year: 2020 })
    expect(await warehouse.population('83320', 1990)).toMatchObject({ year: 2011 })
    expect(await warehouse.population('1', 2020)).toBeNull()
  })

  it('list the towns and communes with both names', () => {
    const territories = listTerritories()
    expect(territories.length).toBe(67)
    expect(territories.find(territory => territory.siruta === '83320')).toEqual({
      siruta: '83320',
      county: 'HR',
      kind: 'municipality',
      nameRo: 'Miercurea Ciuc',
      nameHu: 'Csíkszereda',
    })
  })
})

describe('a load', () => {
  let folder: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reference-'))
    fs.cpSync(warehouseFolder('reference-data'), folder, { recursive: true })
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
  const append = (file: string, text: string) => fs.appendFileSync(path.join(folder, file), text)

  it('is skipped when nothing changed, and is complete again after any change', async () => {
    expect(await warehouse.loadReferenceData()).toBe('unchanged')
    append('funding-sources.csv', 'K;Sursă;Forrás;Source\n')
    expect(await loadReferenceData(warehouse.engine, folder)).toBe('loaded')
    expect(await loadReferenceData(warehouse.engine, folder)).toBe('unchanged')
    expect(await rows('select count(*) from dim.source')).toEqual([['11']])
    expect(await warehouse.loadReferenceData()).toBe('loaded')
    expect(await rows('select count(*), (select count(*) from dim.date) from dim.source')).toEqual([
      ['10', '14975'],
    ])
  })

  it('keeps the codes that only files know, until the dictionary has them', async () => {
    const report = makeReport('4245747', '2026-03-31', [
      line('revenue 439900 - Y - 1.00', 1, { functionalName: 'Nume din fișier', sourceName: 'Sursa Y' }),
      line('revenue 439800 - Y - 1.00', 2, { functionalName: 'Alt nume' }),
    ])
    await warehouse.publishExecution(makePublication(1, report), report)
    append('functional-local.csv', 'revenue;439900;43.02.99;subchapter;Nume nou;Új név;New name\n')
    expect(await loadReferenceData(warehouse.engine, folder)).toBe('loaded')
    expect(
      await rows(
        `select code, name_ro, name_en, known from dim.functional where code in ('439900', '439800') order by 1`,
      ),
    ).toEqual([
      ['439800', 'Alt nume', 'Alt nume', 'false'],
      ['439900', 'Nume nou', 'New name', 'true'],
    ])
    expect(await rows(`select name_ro from dim.source where code = 'Y'`)).toEqual([['Sursa Y']])
    await warehouse.loadReferenceData()
  })

  it.each([
    ['sections.csv', 'X;only;three\n', 4, '3 values instead of 4'],
    ['sections.csv', 'X; blank;a;b\n', 4, 'ro is empty or has blanks around it'],
    ['sections.csv', 'X;;a;b\n', 4, 'ro is empty or has blanks around it'],
  ])('names the line of %s that is malformed, and changes nothing', async (file, text, at, reason) => {
    append(file, text)
    await expect(loadReferenceData(warehouse.engine, folder)).rejects.toMatchObject({
      failure: { code: 'reference_data_malformed', file, line: at, reason },
    })
    expect(await rows('select count(*) from dim.section')).toEqual([['2']])
  })
})

it('puts entities, brings them up to date and removes none', async () => {
  const city = {
    cui: '4245747',
    county: 'HR',
    names: { ro: 'Municipiul Miercurea Ciuc', hu: 'Csíkszereda', en: 'Miercurea Ciuc' },
    kind: 'municipality',
    siruta: '83320',
    parentCui: null,
    demo: false,
  }
  const museum = {
    ...city,
    cui: '4245763',
    names: { ro: "Muzeu'l", hu: 'Múzeum', en: 'Museum' },
    kind: 'museum',
    siruta: null,
    parentCui: '4245747',
    demo: true,
  }
  await warehouse.putEntities([city, museum])
  await warehouse.putEntities([{ ...museum, names: { ro: 'Muzeul', hu: 'Múzeum', en: 'Museum' } }])
  expect(await rows('select * from dim.entity order by cui')).toEqual([
    [
      '4245747',
      'HR',
      'Municipiul Miercurea Ciuc',
      'Csíkszereda',
      'Miercurea Ciuc',
      'municipality',
      '83320',
      null,
      'false',
    ],
    ['4245763', 'HR', 'Muzeul', 'Múzeum', 'Museum', 'museum', null, '4245747', 'true'],
  ])
})

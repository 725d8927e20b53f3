import fs from 'node:fs/promises'
import path from 'node:path'
import { generateDemoReports } from '../../ingestion/demo/index.ts'
import {
  isSeeded,
  listDemoAccounts,
  markSeeded,
  type NewOrganisation,
  putOrganisations,
} from '../../services/index.ts'
import { listTerritories } from '../../warehouse/index.ts'
import { addDemoReporters } from '../instance/administration.ts'
import { projectFolder } from '../instance/project-folder.ts'
import type { System } from '../instance/system.ts'
import { addDemoDepartments, COUNTY_COUNCIL } from './county.ts'
import { addCountyAccounts, demoPassword, refreshDemoPassword } from './demo-accounts.ts'
import { type DemoDocument, issueDemoDocument } from './demo-document.ts'
import { publishFile } from './publish-file.ts'

export interface Seeded {
  readonly demoAccounts: readonly string[]
  readonly demoPassword: string
  /** Reports loaded by this start. */
  readonly loaded: number
  readonly document: DemoDocument | null
}

const DEMO_SEED = 2026
const MIERCUREA_CIUC = { siruta: '83320', cui: '4245747' }
const CHECK_EVERY = 20

/** Loads the samples and the demo county when the data folder is empty; goes on where a stop cut it off. */
export async function prepareSeed(
  system: System,
  onProgress?: (done: number, all: number) => void,
): Promise<Seeded | null> {
  if (system.config.seed === 'none' && !(await isSeeded(system.db))) return null
  const loaded = (await isSeeded(system.db)) ? 0 : await seed(system, onProgress)
  if (!(await refreshDemoPassword(system))) return null
  return {
    demoAccounts: await listDemoAccounts(system.db),
    demoPassword: demoPassword(system),
    loaded,
    document: await issueDemoDocument(system),
  }
}

async function seed(system: System, onProgress?: (done: number, all: number) => void): Promise<number> {
  const demo = generateDemoReports(DEMO_SEED)
  const organisations = [
    COUNTY_COUNCIL,
    ...townHalls(),
    ...demo.entities.map(entity => ({ ...entity, county: 'HR', siruta: null, demo: true })),
  ]
  await putOrganisations(system.db, organisations, system.now())
  system.relay.wake()
  await addCountyAccounts(system)
  await addDemoDepartments(system)
  await addDemoReporters(
    system,
    organisations.flatMap(({ cui }) => (cui ? [cui] : [])),
  )
  const samples = path.join(projectFolder(), 'api/seed/samples')
  const names = (await fs.readdir(samples)).filter(name => name.endsWith('.xlsx')).sort()
  for (const fileName of names)
    await publishFile(system, {
      fileName,
      content: await fs.readFile(path.join(samples, fileName)),
      sample: true,
    })
  let done = 0
  // Institutions side by side, the reports of each in order: a report is compared with the one before it.
  const queues = new Map<string, (typeof demo.reports)[number][]>()
  for (const report of demo.reports) queues.set(report.cui, [...(queues.get(report.cui) ?? []), report])
  await Promise.all(
    [...queues.values()].map(async queue => {
      for (const report of queue) {
        await publishFile(system, { fileName: report.fileName, content: await report.xlsx(), sample: false })
        done++
        if (done % CHECK_EVERY === 0) onProgress?.(done, demo.reports.length)
      }
    }),
  )
  await system.relay.idle()
  await markSeeded(system.db)
  return names.length + demo.reports.length
}

const TITLES = {
  municipality: { ro: 'Municipiul', hu: 'Megyei Jogú Város' },
  town: { ro: 'Orașul', hu: 'város' },
  commune: { ro: 'Comuna', hu: 'község' },
}

/** The 67 towns and communes; only the one whose sample is shipped has its fiscal code here. */
const townHalls = (): NewOrganisation[] =>
  listTerritories().map(({ siruta, county, nameRo, nameHu, kind }) => ({
    county,
    cui: siruta === MIERCUREA_CIUC.siruta ? MIERCUREA_CIUC.cui : null,
    siruta,
    kind,
    names: {
      ro: `${TITLES[kind].ro} ${nameRo}`,
      hu: `${nameHu} ${TITLES[kind].hu}`,
      en: `${nameRo} ${kind}`,
    },
    parentCui: null,
    demo: false,
  }))

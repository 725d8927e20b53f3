import path from 'node:path'
import { createReportReader, loadKnownCodes } from '../../ingestion/index.ts'
import { replayPublications } from '../../ingestion/publish/index.ts'
import type { Database } from '../../services/index.ts'
import type { Config } from '../config.ts'
import { openFileStore } from '../instance/file-store.ts'
import { built, projectFolder } from '../instance/project-folder.ts'
import { createReadingQueue } from '../instance/reading.ts'
import { openReplaceableWarehouse } from '../instance/replaceable-warehouse.ts'

/**
 * Makes the warehouse from the accepted files, without starting the system: jobs that a backup held would send their mails. Returns the
 * number of publications.
 */
export async function rebuildFigures(
  config: Config,
  db: Database,
  log: (line: string) => void,
): Promise<number> {
  const stagingFolder = path.join(config.dataFolder, 'staged')
  const warehouse = await openReplaceableWarehouse(config.warehouseUrl, stagingFolder)
  const reader = createReportReader({
    workerFile: built('ingestion/read-report.worker.js'),
    knownCodes: await loadKnownCodes(path.join(projectFolder(), 'warehouse/reference-data')),
    bulk: { workerFile: built('ingestion/staging/read-bulk.worker.js'), folder: stagingFolder },
    onFault: error => log(`reading thread: ${String(error)}`),
  })
  try {
    const files = await openFileStore(path.join(config.dataFolder, 'files'))
    const reading = createReadingQueue({ db, reader, files, warehouse, now: () => new Date(), log })
    return await warehouse.replaceWith(fresh =>
      replayPublications({
        db,
        warehouse: fresh,
        readAccepted: submission => reading.readAccepted(submission),
      }),
    )
  } finally {
    await reader.close()
    await warehouse.close()
  }
}

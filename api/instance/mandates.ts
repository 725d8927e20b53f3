import {
  type Database,
  type DocumentOffice,
  expireMandates,
  issueCertificate,
  type Jobs,
  listUncertified,
  settleOpenMandates,
} from '../../services/index.ts'
import { COUNTY_COUNCIL } from './county.ts'

/** What becomes of mandates with time: those past their last day end, and certificates that were cut off are drawn. */
export async function watchMandates(
  jobs: Jobs,
  { db, documents, now }: { db: Database; documents: DocumentOffice; now: () => Date },
): Promise<void> {
  // Shortly after the day has ended in Bucharest.
  await jobs.schedule('mandates', '5 0 * * *', async () => {
    await expireMandates(db, now())
    await settleOpenMandates(db, now())
    for (const id of await listUncertified(db)) await issueCertificate(db, documents, id, COUNTY_COUNCIL)
  })
}

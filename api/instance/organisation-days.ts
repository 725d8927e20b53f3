import { type Database, type Jobs, tellOfNewDay } from '../../services/index.ts'

/** Parents that were given ahead begin and end with their days: the warehouse follows on the same night. */
export async function watchOrganisations(
  jobs: Jobs,
  { db, now, wakeRelay }: { db: Database; now: () => Date; wakeRelay: () => void },
): Promise<void> {
  // Shortly after the day has begun in Bucharest.
  await jobs.schedule('organisations', '1 0 * * *', async () => {
    if (await tellOfNewDay(db, now())) wakeRelay()
  })
}

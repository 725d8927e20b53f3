import { localDay, registrationNumber } from '../../../domain/index.ts'
import { notify } from '../notifications/notify.ts'
import type { Database } from '../store/database.ts'
import { revokeCertificate } from './certificate.ts'
import { tellRepresented } from './speakers.ts'
import { writeStep } from './take-step.ts'

/** Ends mandates whose last day has passed, and returns their ids. Access ended with that day, whether this ran or not. */
export async function expireMandates(db: Database, at: Date): Promise<string[]> {
  return db.transaction().execute(async store => {
    const due = await store
      .selectFrom('mandate')
      .innerJoin('register_entry', 'register_entry.id', 'mandate.entry')
      .select(['mandate.id', 'person', 'principal', 'number', 'day'])
      .where('state', '=', 'confirmed')
      .where('valid_until', '<', localDay(at))
      .orderBy('mandate.id')
      .forUpdate('mandate')
      .skipLocked()
      .execute()
    for (const { id, person, principal, number, day } of due) {
      const taken = { mandate: id, person, state: 'confirmed', step: 'expired', reason: null } as const
      await writeStep(store, { ...taken, actor: 'mandates', at }, null)
      await revokeCertificate(store, id, { step: 'expired', actor: 'mandates', at })
      const params = { number: registrationNumber(number, day) }
      await notify(store, { to: { person }, kind: 'mandate.ended', params, link: `/mandates/${id}` }, at)
      await tellRepresented(store, { id, principal, person }, 'mandate.ended_for', params, 'mandates', at)
    }
    return due.map(({ id }) => id)
  })
}

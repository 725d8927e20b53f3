import type { Day, Names } from '../../../domain/index.ts'
import { peopleOf } from '../notifications/notify.ts'
import { cancelCalendarEvent, putCalendarEvent } from '../personal-calendar/events.ts'
import type { Store } from '../store/database.ts'
import { findMandate } from './find-mandates.ts'

const MATTERS = ['decision', 'due', 'end'] as const
type Matter = (typeof MATTERS)[number]

/** The event of a matter of a mandate; the same one as long as the mandate lives. */
export const mandateEvent = (mandate: string, matter: Matter): string => `mandate-${mandate}-${matter}`

const TITLES: Readonly<Record<Matter, (number: string) => Names>> = {
  decision: number => ({
    ro: `Se decide cererea de mandat nr. ${number}, cel târziu`,
    hu: `Döntés a(z) ${number} számú meghatalmazási kérelemről, legkésőbb`,
    en: `Decision on the request for a mandate no. ${number}, at the latest`,
  }),
  due: number => ({
    ro: `Termen: cererea de mandat nr. ${number}`,
    hu: `Határidő: ${number} számú meghatalmazási kérelem`,
    en: `Due: request for a mandate no. ${number}`,
  }),
  end: number => ({
    ro: `Ultima zi a mandatului nr. ${number}`,
    hu: `A(z) ${number} számú meghatalmazás utolsó napja`,
    en: `Last day of the mandate no. ${number}`,
  }),
}

/**
 * Puts the days of a mandate into the calendars as they are now: for the mandatary the day by which the county decides and the
 * last day of the mandate, for every official the day that a decision is due. A stopped clock has no such day, nor has a
 * decided request; a mandate that was ended before its last day has none either.
 */
export async function settleMandateEvents(store: Store, id: string, at: Date): Promise<void> {
  const mandate = await findMandate(store, id, at)
  if (!mandate) return
  const settle = async (person: string, matter: Matter, day: Day | null, link: string) => {
    const uid = mandateEvent(id, matter)
    if (day === null) return cancelCalendarEvent(store, person, uid, at)
    await putCalendarEvent(store, person, { uid, title: TITLES[matter](mandate.number), link, when: day }, at)
  }
  const { state, clock, person, until } = mandate
  const deadline = clock.status === 'running' ? clock.deadline : null
  // An account that was erased has no calendar.
  if (person.name !== null) {
    await settle(person.id, 'decision', deadline, `/mandates/${id}`)
    // A last day that was reached stays: what was is no reason to change a calendar.
    const reachesIt = state === 'confirmed' || mandate.steps.at(-1)?.step === 'expired'
    await settle(person.id, 'end', reachesIt ? until : null, `/mandates/${id}`)
  }
  const officials = await peopleOf(store, { role: 'official' }, at)
  const known = await store
    .selectFrom('calendar_event')
    .select('person')
    .where('uid', '=', mandateEvent(id, 'due'))
    .where('cancelled', '=', false)
    .execute()
  // Nobody decides about a mandate of their own.
  const deciding = officials.filter(official => official !== person.id)
  for (const official of deciding) await settle(official, 'due', deadline, `/office/mandates/${id}`)
  for (const { person: former } of known)
    if (!deciding.includes(former)) await settle(former, 'due', null, `/office/mandates/${id}`)
}

/** Those that wait for a decision: officials come and go, and a day that is declared free moves a deadline. */
export async function settleOpenMandates(store: Store, at: Date): Promise<void> {
  const open = await store
    .selectFrom('mandate')
    .select('id')
    .where('state', 'in', ['submitted', 'completion'])
    .orderBy('id')
    .execute()
  for (const { id } of open) await settleMandateEvents(store, id, at)
}

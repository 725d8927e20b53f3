import {
  type ClockEvent,
  type ClockState,
  type Cnp,
  type Day,
  isActiveMandate,
  localDay,
  type MandateBasis,
  type MandateState,
  type MandateStep,
  type PrincipalKind,
  type RegistrationNumber,
  readClock,
  registrationNumber,
  termOf,
} from '../../../domain/index.ts'
import { loadWorkCalendar } from '../calendar/extra-days.ts'
import { findRule, type KeptRule } from '../calendar/rules.ts'
import type { Store } from '../store/database.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { openFor } from '../vault/person-keys.ts'
import { openCnp, openPrincipalName } from './principal.ts'
import { REASON } from './take-step.ts'

export const MANDATE_RULE = 'mandate.decision'

export interface Mandate {
  readonly id: string
  readonly sequence: string
  /** Of the request. */
  readonly number: RegistrationNumber
  readonly state: MandateState
  /** Whether it lets act today. */
  readonly active: boolean
  /** Names are null once they were erased. */
  readonly principal: {
    readonly id: string
    readonly kind: PrincipalKind
    readonly cui: string | null
    readonly cnp: Cnp | null
    readonly name: string | null
  }
  readonly person: { readonly id: string; readonly name: string | null }
  readonly basis: MandateBasis
  readonly from: Day
  readonly until: Day | null
  readonly createdAt: Date
  readonly steps: readonly {
    readonly step: MandateStep
    readonly at: Date
    readonly day: Day
    readonly reason: string | null
    readonly number: RegistrationNumber | null
  }[]
  /** The rule as it held on the day of the request. */
  readonly rule: KeptRule
  readonly clock: ClockState
}

/** Whose mandates: everyone's, those of a person, or those that concern some principals. */
export type MandateFilter =
  | { readonly kind: 'states'; readonly states: readonly MandateState[]; readonly before: string | null }
  | { readonly kind: 'person'; readonly person: string }
  /** Mandates for these; without those of one person. */
  | { readonly kind: 'principals'; readonly principals: readonly string[]; readonly notOf: string | null }
  | { readonly kind: 'one'; readonly id: string }

const CLOCK_KINDS: Partial<Record<MandateStep, ClockEvent['kind']>> = {
  requested: 'start',
  completion_asked: 'stop',
  completed: 'restart',
  confirmed: 'end',
  refused: 'end',
  withdrawn: 'end',
}

/** Newest first. */
export async function findMandates(
  store: Store,
  filter: MandateFilter,
  at: Date,
  limit: number,
): Promise<Mandate[]> {
  if (filter.kind === 'principals' && filter.principals.length === 0) return []
  let query = store
    .selectFrom('mandate')
    .innerJoin('principal', 'principal.id', 'mandate.principal')
    .innerJoin('register_entry as entry', 'entry.id', 'mandate.entry')
    .leftJoin('auth_user as person', 'person.id', 'mandate.person')
    .selectAll('mandate')
    .select(['principal.kind', 'principal.cui', 'principal.cnp', 'entry.number', 'entry.day', 'person.name'])
  if (filter.kind === 'one') query = query.where('mandate.id', '=', filter.id)
  else if (filter.kind === 'person') query = query.where('mandate.person', '=', filter.person)
  else if (filter.kind === 'principals')
    query = query
      .where('mandate.principal', 'in', [...filter.principals])
      .$if(filter.notOf !== null, others => others.where('mandate.person', '<>', filter.notOf ?? ''))
  else {
    query = query.where('mandate.state', 'in', [...filter.states])
    if (filter.before !== null) query = query.where('mandate.sequence', '<', filter.before)
  }
  const rows = await query.orderBy('mandate.sequence', 'desc').limit(limit).execute()
  if (rows.length === 0) return []
  const steps = await store
    .selectFrom('mandate_step as step')
    .leftJoin('register_entry as paper', 'paper.id', 'step.registered')
    .select(['step.mandate', 'step.step', 'step.at', 'step.reason', 'paper.number', 'paper.day'])
    .where(
      'step.mandate',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('step.id')
    .execute()
  const today = localDay(at)
  const calendar = await loadWorkCalendar(store)
  const mandates: Mandate[] = []
  for (const row of rows) {
    const own = steps.filter(step => step.mandate === row.id)
    const rule = await findRule(store, MANDATE_RULE, localDay(row.created_at))
    if (!rule) throw new Error(`no rule ${MANDATE_RULE} on ${row.day}`)
    const open = (sealed: Buffer) => openFor(store, keyringOf(store), row.person, REASON, sealed)
    mandates.push({
      id: row.id,
      sequence: row.sequence,
      number: registrationNumber(row.number, row.day),
      state: row.state,
      active: isActiveMandate({ state: row.state, from: row.valid_from, until: row.valid_until }, today),
      principal: {
        id: row.principal,
        kind: row.kind,
        cui: row.cui,
        cnp: row.cnp && (await openCnp(store, row.principal, row.cnp)),
        name: await openPrincipalName(store, row.principal, row.principal_name),
      },
      person: { id: row.person, name: row.name },
      basis: row.basis,
      from: row.valid_from,
      until: row.valid_until,
      createdAt: row.created_at,
      steps: await Promise.all(
        own.map(async ({ step, at: when, reason, number, day }) => ({
          step,
          at: when,
          day: localDay(when),
          reason: reason && (await open(reason)),
          number: number !== null && day !== null ? registrationNumber(number, day) : null,
        })),
      ),
      rule,
      clock: readClock(termOf(rule), clockEvents(own), calendar, today),
    })
  }
  return mandates
}

export async function findMandate(store: Store, id: string, at: Date): Promise<Mandate | null> {
  return (await findMandates(store, { kind: 'one', id }, at, 1))[0] ?? null
}

const clockEvents = (steps: readonly { step: MandateStep; at: Date }[]): ClockEvent[] =>
  steps.flatMap(({ step, at }) => {
    const kind = CLOCK_KINDS[step]
    return kind ? [{ kind, day: localDay(at), reason: null }] : []
  })

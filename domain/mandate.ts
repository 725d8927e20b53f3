import type { Day } from './calendar/day.ts'

/**
 * What a mandate rests on: the law (companies, parents), a court (guardians), the will of who is represented, or that the
 * account is their own: whoever proved that sees who acts for them.
 */
export const MANDATE_BASES = ['administrator', 'power_of_attorney', 'guardian', 'parent', 'self'] as const
export type MandateBasis = (typeof MANDATE_BASES)[number]

export const PRINCIPAL_KINDS = ['company', 'person'] as const
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number]

/** Files that may go with one paper: a request or an answer. */
export const MOST_PROOFS = 5

/** Who can be represented how: a company has administrators, a person has guardians and parents. */
export const BASES_OF: Readonly<Record<PrincipalKind, readonly MandateBasis[]>> = {
  company: ['administrator', 'power_of_attorney'],
  person: ['power_of_attorney', 'guardian', 'parent', 'self'],
}

/** Whoever speaks for somebody without having been given it by them; they give powers of attorney, and take them back. */
export const LEGAL_BASES: readonly MandateBasis[] = MANDATE_BASES.filter(
  basis => basis !== 'power_of_attorney',
)

/** What was given can be taken back (Civil Code, art. 2030); an administrator, a guardian, a parent is changed by others. */
export const isRevocable = (basis: MandateBasis): boolean => basis === 'power_of_attorney'

export const MANDATE_STATES = [
  'submitted',
  /** The office asked for something; its clock stands. */
  'completion',
  'confirmed',
  'refused',
  'withdrawn',
  'ended',
] as const
export type MandateState = (typeof MANDATE_STATES)[number]

export const MANDATE_STEPS = [
  'requested',
  'completion_asked',
  'completed',
  'confirmed',
  'refused',
  /** Taken back by who asked, before the decision. */
  'withdrawn',
  /** Given up by the mandatary. */
  'renounced',
  /** Taken back by who is represented. */
  'revoked',
  /** Ended by the office: its basis fell away. */
  'ended_by_office',
  /** Its last day has passed. */
  'expired',
] as const
export type MandateStep = (typeof MANDATE_STEPS)[number]

const NEXT: Readonly<Record<MandateStep, { readonly from: readonly MandateState[]; to: MandateState }>> = {
  requested: { from: [], to: 'submitted' },
  completion_asked: { from: ['submitted'], to: 'completion' },
  completed: { from: ['completion'], to: 'submitted' },
  confirmed: { from: ['submitted'], to: 'confirmed' },
  refused: { from: ['submitted', 'completion'], to: 'refused' },
  withdrawn: { from: ['submitted', 'completion'], to: 'withdrawn' },
  renounced: { from: ['confirmed'], to: 'ended' },
  revoked: { from: ['confirmed'], to: 'ended' },
  ended_by_office: { from: ['confirmed'], to: 'ended' },
  expired: { from: ['confirmed'], to: 'ended' },
}

/** The state after a step, or null where the step is not possible. */
export const stateAfter = (state: MandateState, step: MandateStep): MandateState | null =>
  NEXT[step].from.includes(state) ? NEXT[step].to : null

/** Whether a mandate lets act on a day: both its days count. */
export const isActiveMandate = (
  mandate: { readonly state: MandateState; readonly from: Day; readonly until: Day | null },
  on: Day,
): boolean =>
  mandate.state === 'confirmed' && mandate.from <= on && (mandate.until === null || on <= mandate.until)

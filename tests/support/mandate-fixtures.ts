import crypto from 'node:crypto'
import { cuiCheckDigit, parseCui } from '../../domain/index.ts'
import { requestMandate } from '../../services/index.ts'
import type { AccessFixture } from './access-fixtures.ts'
import type { AccessWorld } from './access-world.ts'

/** Mandates for the walk through the access matrix. */
export function mandateFixtures({
  system,
  stranger,
}: AccessWorld): readonly (readonly [RegExp, AccessFixture])[] {
  /** A request for a company of its own each time: there is one at a time for the same two. */
  const asked = async (person: string): Promise<string> => {
    const body = String(crypto.randomInt(10_000_000, 99_999_999))
    const cui = parseCui(`${body}${cuiCheckDigit(body)}`)
    if (!cui) throw new Error('no fiscal code')
    const principal = { kind: 'company', cui, name: 'S.R.L.' } as const
    const wanted = { principal, basis: 'administrator', from: '2026-01-01', until: null } as const
    const outcome = await requestMandate(system.db, wanted, person, system.now())
    if (outcome.outcome !== 'requested') throw new Error(outcome.outcome)
    return outcome.id
  }
  const mandates: AccessFixture = {
    own: async holder => ({
      params: { id: await asked(holder.id) },
      body: { step: 'withdrawn', text: 'Răspuns' },
    }),
    foreign: async () => ({
      params: { id: await asked(stranger.id) },
      body: { step: 'revoked', reason: 'Motiv', text: 'Răspuns', decision: 'refused' },
    }),
    mark: sample => sample.params?.id ?? '',
  }
  // Nobody decides about what they asked for themselves.
  const decisions: AccessFixture = { own: mandates.foreign, foreign: mandates.foreign }
  return [
    [/ \/api\/mandates\/:id\/(completion|decision)/, decisions],
    [/ \/api\/(office\/)?mandates/, mandates],
  ]
}

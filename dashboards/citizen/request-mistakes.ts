import { type CnpFault, cnpFault, parseCui } from '../../domain/index.ts'
import type { Mandate } from '../api-types.ts'

/** A request for a mandate as it is being typed. */
export interface RequestDraft {
  readonly kind: Mandate['principal']['kind']
  /** The company's fiscal code or the person's number. */
  readonly code: string
  readonly name: string
  readonly basis: Mandate['basis']
  readonly from: string
  readonly until: string
}

type Wrong = 'cui' | CnpFault | 'name' | 'from' | 'until'
export type RequestMistakes = Partial<Record<'code' | 'name' | 'from' | 'until', Wrong>>

/** What has to be put right before it is sent; the same rules as the server's. */
export function mistakesOf({ kind, code, name, from, until }: RequestDraft): RequestMistakes {
  const mistakes: RequestMistakes = {}
  if (kind === 'company' && parseCui(code) === null) mistakes.code = 'cui'
  const fault = kind === 'person' ? cnpFault(code) : null
  if (fault !== null) mistakes.code = fault
  if (name.trim().length < 2) mistakes.name = 'name'
  if (from === '') mistakes.from = 'from'
  if (until !== '' && until < from) mistakes.until = 'until'
  return mistakes
}

export const requestBody = ({ kind, code, name, basis, from, until }: RequestDraft) => ({
  principal:
    kind === 'company'
      ? { kind, cui: code.trim(), name: name.trim() }
      : { kind, cnp: code.trim(), name: name.trim() },
  basis,
  from,
  until: until === '' ? null : until,
})

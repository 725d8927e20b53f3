import type { Language } from '../../../domain/index.ts'
import { auditKinds } from '../audit/head-kind.ts'
import { accountKinds } from './account-kinds.ts'
import { factorKinds } from './factor-kind.ts'
import type { Kind, Message, Params } from './kind.ts'
import { mandateKinds } from './mandate-kinds.ts'
import { reportKinds } from './report-kinds.ts'
import { representedKinds } from './represented-kinds.ts'
import { roleKinds } from './role-kinds.ts'

/** Every kind of notification; each part of the product adds its own. */
export const KINDS = {
  ...reportKinds,
  ...accountKinds,
  ...factorKinds,
  ...auditKinds,
  ...mandateKinds,
  ...representedKinds,
  ...roleKinds,
}

export type KindName = keyof typeof KINDS
export type ParamsOf<K extends KindName> = Parameters<(typeof KINDS)[K]['texts']['ro']>[0]

export const KIND_NAMES = Object.keys(KINDS) as KindName[]

const isKindName = (name: string): name is KindName => Object.hasOwn(KINDS, name)

/** The kind of a stored notification; null for one that the program no longer has. */
export const findKind = (name: string): Kind<Params> | null =>
  // A kind and its params belong together by name; rows of the database can't show that to the compiler.
  isKindName(name) ? (KINDS[name] as unknown as Kind<Params>) : null

/** What a stored notification says to its reader. */
export function messageOf(kindName: string, params: Params, language: Language): Message {
  const kind = findKind(kindName)
  return kind?.texts[language](params) ?? { subject: kindName, text: '', action: null }
}

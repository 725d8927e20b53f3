import type { Keyring } from '../vault/keyring.ts'

/** What the chain binds of an event. The content of a personal part is bound by its own hash under the person's key. */
export interface Committed {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly detail: unknown
  readonly person: string | null
  readonly personalMac: string | null
}

/** Purpose of what is sealed and hashed under the key of an event's person. */
export const PERSONAL = 'audit-personal'

/** The personal part belongs to its event: it can't be put under another. */
export const personalContent = (id: string, text: string): string => `${id}\0${text}`

/** One text for equal values, whatever the order of their keys: a jsonb column does not keep it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** The event's keyed hash. The format is for ever: every link of the chain was made with it. */
export function commitmentOf(keyring: Keyring, event: Committed): Buffer {
  const { id, at, actor, action, subjectKind, subjectId, detail, person, personalMac } = event
  const content = [
    1,
    id,
    at.toISOString(),
    actor,
    action,
    subjectKind,
    subjectId,
    detail,
    person,
    personalMac,
  ]
  return Buffer.from(keyring.mac('audit', canonical(content)), 'hex')
}

// PostgreSQL keeps neither NUL nor half of a surrogate pair, and an odd text must not fail the command that it is told of.
const UNKEPT = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const kept = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(UNKEPT, '\uFFFD') : value

/** A detail as it will come back from the database. */
export const storedDetail = (detail: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(detail, kept)) as Record<string, unknown>

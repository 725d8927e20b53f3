import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'
import { CHAIN_FAULTS, type ChainFault, type ChainReport } from './verify-chain.ts'

/** What a check of the whole chain found, and when. */
export interface AuditCheck {
  readonly at: Date
  readonly links: number
  readonly broken: { readonly number: number; readonly fault: ChainFault } | null
}

export async function recordCheck(store: Store, report: ChainReport, at: Date): Promise<void> {
  await store
    .insertInto('audit_check')
    .values({
      id: crypto.randomUUID(),
      at,
      links: String(report.links),
      head: report.head.hash,
      broken_number: report.broken ? String(report.broken.number) : null,
      fault: report.broken?.fault ?? null,
    })
    .execute()
}

const isFault = (text: string | null): text is ChainFault =>
  (CHAIN_FAULTS as readonly unknown[]).includes(text)

export async function lastCheck(store: Store): Promise<AuditCheck | null> {
  const row = await store
    .selectFrom('audit_check')
    .selectAll()
    .orderBy('at', 'desc')
    // At one moment the check that found something counts.
    .orderBy('broken_number', order => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { at, links, broken_number, fault } = row
  return {
    at,
    links: Number(links),
    broken: broken_number !== null && isFault(fault) ? { number: Number(broken_number), fault } : null,
  }
}

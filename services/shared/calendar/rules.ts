import { type Day, type Names, RULE_UNITS, type Rule, type RuleUnit } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Database, Store } from '../store/database.ts'

/** A rule as it is kept: with who confirmed it, and since when the next one holds. */
export interface KeptRule extends Rule {
  readonly confirmed: { readonly by: string; readonly on: Day } | null
}

const selectRules = (store: Store) =>
  store
    .selectFrom('legal_rule as rule')
    .leftJoin('legal_rule_confirmation as confirmation', join =>
      join
        .onRef('confirmation.code', '=', 'rule.code')
        .onRef('confirmation.valid_from', '=', 'rule.valid_from'),
    )
    .select([
      'rule.code',
      'rule.valid_from',
      'value',
      'unit',
      'prolonged',
      'article',
      'to_be_confirmed',
      'name_ro',
      'name_hu',
      'name_en',
      'explanation_ro',
      'explanation_hu',
      'explanation_en',
      'confirmed_by',
      'confirmed_on',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectRules>['execute']>>[number]

const isUnit = (text: string): text is RuleUnit => (RULE_UNITS as readonly string[]).includes(text)

function toRule(row: Row): KeptRule {
  if (!isUnit(row.unit)) throw new Error(`the rule ${row.code} has the unknown unit ${row.unit}`)
  return {
    code: row.code,
    validFrom: row.valid_from,
    // Stored with four decimals; written without the zeros that say nothing.
    value: row.value?.replace(/\.?0+$/, '') ?? null,
    unit: row.unit,
    prolonged: row.prolonged,
    article: row.article,
    toBeConfirmed: row.to_be_confirmed && row.confirmed_by === null,
    names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en },
    explanation: { ro: row.explanation_ro, hu: row.explanation_hu, en: row.explanation_en },
    confirmed:
      row.confirmed_by !== null && row.confirmed_on !== null
        ? { by: row.confirmed_by, on: row.confirmed_on }
        : null,
  }
}

/** The rule with this code as it held on a day, or null when there was none yet. */
export async function findRule(store: Store, code: string, on: Day): Promise<KeptRule | null> {
  const row = await selectRules(store)
    .where('rule.code', '=', code)
    .where('rule.valid_from', '<=', on)
    .orderBy('rule.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toRule(row) : null
}

/** Every rule that held on a day, in the order of their codes. */
export async function listRules(store: Store, on: Day): Promise<KeptRule[]> {
  const rows = await selectRules(store)
    .distinctOn('rule.code')
    .where('rule.valid_from', '<=', on)
    .orderBy('rule.code')
    .orderBy('rule.valid_from', 'desc')
    .execute()
  return rows.map(toRule)
}

/** All rows of one rule, the newest first: also those that will hold later. */
export async function listRuleHistory(store: Store, code: string): Promise<KeptRule[]> {
  const rows = await selectRules(store)
    .where('rule.code', '=', code)
    .orderBy('rule.valid_from', 'desc')
    .execute()
  return rows.map(toRule)
}

export interface NewRule {
  readonly code: string
  readonly validFrom: Day
  readonly value: string | null
  readonly unit: RuleUnit
  readonly prolonged: boolean
  readonly article: string
  readonly toBeConfirmed: boolean
  /** Null: as in the row before. */
  readonly names: Names | null
  readonly explanation: Names | null
}

export type RuleAddition =
  | { readonly outcome: 'added'; readonly rule: KeptRule }
  | { readonly outcome: 'unknown' }
  /** A row may only follow the last one: what held on a day that has been answered for never changes. */
  | { readonly outcome: 'too_early'; readonly after: Day }

/** Adds a row to a rule that the program knows, from a date on. */
export async function addRule(db: Database, rule: NewRule, by: string, at: Date): Promise<RuleAddition> {
  return db.transaction().execute(async store => {
    const [last] = await store
      .selectFrom('legal_rule')
      .selectAll()
      .where('code', '=', rule.code)
      .orderBy('valid_from', 'desc')
      .limit(1)
      .execute()
    if (!last) return { outcome: 'unknown' }
    if (rule.validFrom <= last.valid_from) return { outcome: 'too_early', after: last.valid_from }
    const { names, explanation } = rule
    const added = await store
      .insertInto('legal_rule')
      .values({
        code: rule.code,
        valid_from: rule.validFrom,
        value: rule.value,
        unit: rule.unit,
        prolonged: rule.prolonged,
        article: rule.article,
        to_be_confirmed: rule.toBeConfirmed,
        name_ro: names?.ro ?? last.name_ro,
        name_hu: names?.hu ?? last.name_hu,
        name_en: names?.en ?? last.name_en,
        explanation_ro: explanation?.ro ?? last.explanation_ro,
        explanation_hu: explanation?.hu ?? last.explanation_hu,
        explanation_en: explanation?.en ?? last.explanation_en,
        added_by: by,
        added_at: at,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('code')
      .executeTakeFirst()
    // Someone else added a row from the same day meanwhile.
    if (!added) return { outcome: 'too_early', after: rule.validFrom }
    await recordEvent(store, {
      at,
      actor: by,
      action: 'rule.added',
      subjectKind: 'rule',
      subjectId: rule.code,
      detail: { validFrom: rule.validFrom, value: rule.value, unit: rule.unit, article: rule.article },
    })
    const kept = await findRule(store, rule.code, rule.validFrom)
    if (!kept) throw new Error(`the rule ${rule.code} is not there after it was added`)
    return { outcome: 'added', rule: kept }
  })
}

/** Notes who confirmed a row and when; false when there is no such row, or it was confirmed before. */
export async function confirmRule(
  db: Database,
  row: { readonly code: string; readonly validFrom: Day },
  confirmation: { readonly by: string; readonly on: Day },
  recordedBy: string,
  at: Date,
): Promise<boolean> {
  return db.transaction().execute(async store => {
    const found = await store
      .selectFrom('legal_rule')
      .select('code')
      .where('code', '=', row.code)
      .where('valid_from', '=', row.validFrom)
      .executeTakeFirst()
    if (!found) return false
    const added = await store
      .insertInto('legal_rule_confirmation')
      .values({
        code: row.code,
        valid_from: row.validFrom,
        confirmed_by: confirmation.by,
        confirmed_on: confirmation.on,
        recorded_by: recordedBy,
        recorded_at: at,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (!added) return false
    await recordEvent(store, {
      at,
      actor: recordedBy,
      action: 'rule.confirmed',
      subjectKind: 'rule',
      subjectId: row.code,
      detail: { validFrom: row.validFrom, confirmedOn: confirmation.on },
    })
    return true
  })
}

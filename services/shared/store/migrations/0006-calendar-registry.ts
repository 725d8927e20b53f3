import { type Kysely, sql } from 'kysely'
import { ANSWER_RULES } from '../../calendar/first-rules/answers.ts'
import { BUILDING_RULES } from '../../calendar/first-rules/building.ts'
import { COUNTY_RULES } from '../../calendar/first-rules/county.ts'

/** Rules of law, decisions about single days, and the registers. The application's role only adds rows: what held, held. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  for (const rule of [...BUILDING_RULES, ...ANSWER_RULES, ...COUNTY_RULES]) {
    const { names, explanation } = rule
    // Terms in days end on a working day, whatever law gives them.
    const prolonged = rule.unit === 'calendar_days' || rule.unit === 'working_days'
    await sql`insert into legal_rule values (${rule.code}, ${rule.validFrom}, ${rule.value}, ${rule.unit}, ${prolonged},
      ${rule.article}, ${rule.toBeConfirmed}, ${names.ro}, ${names.hu}, ${names.en},
      ${explanation.ro}, ${explanation.hu}, ${explanation.en}, 'migration', now())`.execute(db)
  }
}

const STATEMENTS = [
  `create table legal_rule (
    code text not null check (code ~ '^[a-z_]+[.][a-z0-9_]+$'), valid_from date not null,
    value numeric(18,4) check (value >= 0), unit text not null
      check (unit in ('calendar_days','working_days','months','hours','percent','lei','lei_per_square_metre','principle')),
    prolonged boolean not null, article text not null, to_be_confirmed boolean not null,
    name_ro text not null, name_hu text not null, name_en text not null,
    explanation_ro text not null, explanation_hu text not null, explanation_en text not null,
    added_by text not null, added_at timestamptz not null,
    primary key (code, valid_from), check ((value is null) = (unit = 'principle'))
  )`,
  `create table legal_rule_confirmation (
    code text not null, valid_from date not null, confirmed_by text not null, confirmed_on date not null,
    recorded_by text not null, recorded_at timestamptz not null,
    primary key (code, valid_from), foreign key (code, valid_from) references legal_rule
  )`,
  `create table extra_day (
    id bigint generated always as identity primary key, day date not null, kind text not null check (kind in ('free','working','usual')),
    act text not null, added_by text not null, added_at timestamptz not null
  )`,
  `create index extra_day_day on extra_day (day, id desc)`,
  `create table register (
    code text primary key check (code ~ '^[a-z0-9_]+$'), name_ro text not null, name_hu text not null, name_en text not null
  )`,
  `insert into register values ('general', 'Registrul general de intrare-ieșire', 'Általános iktatókönyv', 'General register of entries and exits')`,
  // Numbers have no gaps and ascend in the order of commits: a locked row, not a sequence.
  `create table register_counter (
    register text not null references register, year integer not null, last integer not null, primary key (register, year)
  )`,
  // A person is named by account, so that erasing the account leaves the line and its number; whoever has none, by name.
  `create table register_entry (
    id uuid primary key default gen_random_uuid(), register text not null references register, year integer not null, number integer not null,
    direction text not null check (direction in ('entry','exit')), at timestamptz not null, day date not null,
    subject_kind text not null, subject_id text not null, summary text not null,
    correspondent_person text, correspondent_name text, answers uuid references register_entry,
    unique (register, year, number), check (correspondent_person is null or correspondent_name is null)
  )`,
  `create index register_entry_subject on register_entry (subject_kind, subject_id)`,
  `create table register_annulment (
    entry uuid primary key references register_entry, reason text not null, annulled_by text not null, at timestamptz not null
  )`,
  `grant select, insert on legal_rule, legal_rule_confirmation, extra_day, register, register_entry, register_annulment to open_county_app`,
  `grant select, insert, update on register_counter to open_county_app`,
]

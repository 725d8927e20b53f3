import type { MistakeTexts } from './list-mistake-texts.ts'

const text = (message: string, fix: string) => ({ message, fix })

export const LIST_MISTAKES_EN: MistakeTexts = {
  list_empty: () => text('The file has no rows to take over.', 'Write at least one row under the header.'),
  header_missing: ({ columns }) =>
    text('No row names the columns.', `Put a header above the rows. Columns of this list: ${columns}.`),
  column_missing: ({ column }) =>
    text(`The column “${column}” is missing.`, 'Add it, or begin from the template.'),
  column_twice: ({ column }) => text(`The column “${column}” is there twice.`, 'Keep one of the two.'),
  rows_too_many: ({ value, params }) =>
    text(`The file has ${value} rows.`, `Split it into files of at most ${params.limit} rows.`),
  value_missing: ({ column }) => text(`“${column}” is blank.`, 'Fill it in.'),
  value_too_long: ({ column, params }) =>
    text(`“${column}” is too long.`, `Shorten it to ${params.limit} characters.`),
  value_fixed: ({ column }) =>
    text(
      `“${column}” cannot be emptied.`,
      'Leave the cell blank to keep what is on record, or write the new value.',
    ),
  name_short: ({ column }) => text(`“${column}” is too short.`, 'Write the name in full.'),
  cui_wrong: ({ value }) =>
    text(
      `${value} is no fiscal code: its check digit does not match, or digits are missing.`,
      'Copy the code from the certificate of fiscal registration, with or without “RO”.',
    ),
  siruta_wrong: ({ value }) =>
    text(`${value} is no SIRUTA code.`, 'A SIRUTA code has up to 6 digits, nothing else.'),
  choice_unknown: ({ value, params }) =>
    text(`“${value}” is not one of the choices.`, `Write one of: ${params.en}.`),
  date_wrong: ({ value }) =>
    text(`“${value}” is not a date.`, 'Write it as 2026-01-31 or 31.01.2026; a day that exists.'),
  dates_order: () => text('The last day comes before the first.', 'Correct one of the two days.'),
  date_past: ({ value }) => text(`${value} is over.`, 'Write today or a later day, or leave it blank.'),
  email_wrong: ({ value }) => text(`“${value}” is not an e-mail address.`, 'Write it as name@example.ro.'),
  contact_wrong: ({ value, params }) =>
    text(`“${value}” does not look like this: ${params.en}.`, 'Correct the contact, or its kind.'),
  contacts_too_many: ({ params }) =>
    text(
      `The organisation has ${params.limit} contacts, as many as there may be.`,
      'Remove some on the organisation’s page first.',
    ),
  organisation_unknown: ({ value }) =>
    text(
      `No organisation is found by “${value}”.`,
      'Write its fiscal code, its SIRUTA code or its name as on record; or add it to the list of organisations first.',
    ),
  organisation_ambiguous: ({ value }) =>
    text(
      `“${value}” could be more than one organisation.`,
      'Write its fiscal code, or “SIRUTA” with the code (SIRUTA 83320).',
    ),
  codes_of_two: () =>
    text(
      'The fiscal code and the SIRUTA code belong to two different organisations.',
      'Correct one of the two codes.',
    ),
  rows_disagree: ({ params }) =>
    text(
      `Row ${params.other} says something else of the same.`,
      'Keep one of the two rows, or make them say the same.',
    ),
  kind_fixed: () =>
    text(
      'A department stays a department, and nothing else becomes one.',
      'Leave the kind as it is, or add a new organisation.',
    ),
  cui_published: () =>
    text(
      'Published reports stand under the fiscal code on record: it stays.',
      'Leave the cell blank, or write the code on record.',
    ),
  territory_unknown: ({ value }) =>
    text(
      `No town or commune on record has the SIRUTA code ${value}.`,
      'Write the code of the town that it serves; a dash (-) stands for the whole county.',
    ),
  parent_circle: () =>
    text(
      'The organisation would be above itself on some day.',
      'Correct its parent, or the parent of the organisations above it.',
    ),
  parents_overlap: () =>
    text(
      'Two rows name two parents for the same days.',
      'Let the second begin the day after the first ends.',
    ),
  role_wrong_place: ({ value }) =>
    text(
      `The role “${value}” does not exist at this place.`,
      'Reporters and heads belong to institutions; officials, clerks, moderators and publishers to the county or a department; analysts, administrators and auditors to the whole county (blank organisation).',
    ),
  role_own: () =>
    text(
      'This is your own account.',
      'Nobody gives a role to himself: take the row out, or ask another administrator.',
    ),
  role_overlaps: ({ params }) =>
    text(
      `The person has this role for other days: ${params.days}.`,
      'Write the same first day, or end the role on the person’s page first.',
    ),
  last_admin: () =>
    text(
      'No administrator without an end would be left.',
      'Name another administrator first, or leave the last day blank.',
    ),
}

import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** One table of the API's stable error codes: HTTP status and English title. People read the page's own texts. */
const PROBLEMS = {
  request_invalid: [400, 'The request is malformed'],
  not_signed_in: [401, 'Sign in first'],
  credentials_wrong: [401, 'The e-mail address or the password is wrong'],
  second_factor_needed: [401, 'A code of the second factor is needed: send it with the challenge'],
  code_wrong: [401, 'The code is wrong or was used already'],
  passkey_wrong: [401, 'This passkey opens no account here'],
  oidc_state_wrong: [401, 'This sign-in was not begun in this browser, or took too long: begin again'],
  oidc_cancelled: [401, 'The sign-in at the provider was not finished'],
  oidc_answer_wrong: [401, 'The answer of the provider is not good: begin again'],
  challenge_over: [401, 'The sign-in took too long or had too many tries: begin again'],
  token_invalid: [401, 'The token is not valid'],
  not_allowed: [403, 'Not allowed for this account'],
  second_factor_required: [403, 'Your role needs a second factor: set one up, or sign in with it'],
  scope_missing: [403, 'The token was not made for this'],
  csrf_token_missing: [403, 'The header x-csrf-token is missing or does not belong to this session'],
  confirmation_needed: [403, 'Show first, with your password or a new sign-in, that it is still you'],
  strong_session_needed: [403, 'Sign in with your passkey or your code to change the ways to sign in'],
  oidc_email_unverified: [403, 'The provider vouches for no e-mail address of yours'],
  oidc_account_unknown: [403, 'No account and no invitation has this e-mail address'],
  session_needed: [403, 'This needs a session of a browser, not a token'],
  role_own: [403, 'Nobody gives a role to himself'],
  account_other: [403, 'The invitation is for another e-mail address than the one you are signed in with'],
  email_unverified: [403, 'Confirm your e-mail address first'],
  entity_not_permitted: [403, 'This account does not report for that institution'],
  mandate_own: [403, 'Nobody decides about a mandate of their own'],
  not_found: [404, 'There is nothing at this address'],
  entity_unknown: [404, 'No institution has this fiscal code'],
  document_unknown: [404, 'No such document'],
  report_type_missing: [404, 'There is no such type of report, or nothing of it is published'],
  report_missing: [404, 'The institution has no published report for this'],
  link_over: [404, 'The link has expired or was used: ask for another'],
  session_unknown: [404, 'No such session'],
  token_unknown: [404, 'No such token'],
  person_unknown: [404, 'No account has this address'],
  organisation_unknown: [404, 'There is no such organisation, or it is not yours'],
  user_unknown: [404, 'Nobody has an account like this'],
  membership_unknown: [404, 'There is no such role, or it is not yours to end'],
  deputy_unknown: [404, 'There is no such deputy, or it is not yours to end'],
  invitation_unknown: [404, 'The invitation was used, taken back or never made'],
  proposal_unknown: [404, 'The proposal is open no more'],
  submission_unknown: [404, 'No such submission'],
  register_unknown: [404, 'No such register'],
  register_entry_unknown: [404, 'The register has no such line'],
  mandate_unknown: [404, 'No such mandate'],
  rule_unknown: [404, 'No such rule'],
  attachment_unknown: [404, 'No such attachment'],
  sheet_unknown: [404, 'The file has no such sheet'],
  method_not_allowed: [405, 'This address does not take that method'],
  register_entry_annulled: [409, 'The line was annulled before'],
  mandate_exists: [409, 'You have, or ask for, a mandate of the same one already'],
  mandate_step_impossible: [409, 'The mandate is past that step'],
  report_type_exists: [409, 'There is a type of report with this code'],
  draft_conflict: [409, 'Somebody saved the draft since you read it'],
  report_type_too_early: [409, 'A version may only apply from a period after that of the last one'],
  rule_too_early: [409, 'A row of a rule may only begin after the last one'],
  rule_confirmed: [409, 'The row was confirmed before'],
  document_revoked: [409, 'The document was revoked before'],
  delivery_sent: [409, 'The mail was sent already'],
  tokens_too_many: [409, 'The account has 50 tokens: revoke one first'],
  last_admin: [409, 'The last administrator stays: name another one first'],
  cui_taken: [409, 'Another organisation has this fiscal code'],
  siruta_taken: [409, 'Another organisation has this SIRUTA code'],
  cui_published: [409, 'Published reports stand under the fiscal code: it stays'],
  has_cui: [409, 'The organisation has a fiscal code already'],
  kind_fixed: [409, 'A department stays a department, and nothing else becomes one'],
  day_wrong: [409, 'The day lies in the future, or before the last change'],
  parent_circle: [409, 'The organisation would be above itself on some day'],
  role_held: [409, 'The person has this role already'],
  role_ended: [409, 'The role has ended already'],
  invitation_open: [
    409,
    'An invitation to this role is open for this address: send it again or take it back',
  ],
  invitation_expired: [409, 'The invitation has expired: ask for a new one'],
  account_exists: [409, 'This address has an account: sign in to accept'],
  principal_without_roles: [409, 'The person has no role there that somebody could stand in for'],
  list_changed: [409, 'Something changed since the list was looked at: look at it again'],
  submission_not_ready: [409, 'The submission is not waiting for confirmation'],
  submission_read_again: [409, 'The file was read again meanwhile: look at what it says now'],
  submission_not_readable: [409, 'The submission can no longer be read again'],
  submission_final: [409, 'The submission can no longer be withdrawn'],
  oidc_link_first: [409, 'An account has this address: sign in to it and link the provider there'],
  oidc_link_taken: [409, 'This identity of the provider opens an account already'],
  last_way_in: [409, 'Nothing would open the account any more: set a password or add a passkey first'],
  passkey_known: [409, 'This passkey is kept already, or there are too many'],
  second_factor_on: [409, 'A second factor is on already: turn it off first'],
  second_factor_off: [409, 'No second factor is on'],
  attachment_not_ready: [409, 'The content of the attachment is not ready'],
  attachment_final: [409, 'The attachment belongs to something and can no longer be removed'],
  upload_complete: [409, 'The whole content has arrived already'],
  upload_offset_wrong: [409, 'The upload continues at another offset: ask for it with HEAD'],
  upload_busy: [409, 'Another request is writing to this upload'],
  upload_expired: [410, 'The upload was not finished in time: begin anew'],
  request_too_large: [413, 'The request is larger than 1 MB'],
  file_too_large: [413, 'The file is larger than 64 MB'],
  attachment_too_large: [413, 'The file is larger than its purpose allows'],
  list_too_large: [413, 'A list may have up to 1 MB'],
  content_type_wrong: [415, 'Send multipart/form-data'],
  passkey_refused: [422, 'The passkey was made for something else or too late: begin again'],
  code_refused: [422, 'The code is wrong or was used already'],
  password_wrong: [422, 'The password is wrong'],
  cui_wrong: [422, 'The fiscal code has a wrong check digit, or digits are missing'],
  role_wrong_place: [422, 'There is no such role at this place'],
  days_wrong: [422, 'The last day comes before the first, or is over'],
  file_missing: [422, 'The field "file" holds no file'],
  reason_holds_cnp: [422, 'The reason stays readable: write it without the personal number'],
  principal_of_age: [422, 'The child is of age: its parents act no longer for it'],
  proof_unusable: [422, 'One of the files can not be attached: send it again'],
  purpose_unknown: [422, 'No such purpose of attachments'],
  password_unfit: [422, 'This password is too easy to guess'],
  address_differs: [422, 'That is not the address of this account'],
  report_type_faulty: [422, 'The definition has mistakes: mend them before you publish'],
  table_schema_invalid: [422, 'This is no Table Schema that we can read'],
  report_type_unknown: [422, 'No such report type'],
  answered_entry_unknown: [422, 'The register has no such line to answer'],
  notification_kind_wrong: [422, 'No such kind of notification, or nobody can do without it'],
  reading_option_wrong: [422, 'There is no such way to read a CSV'],
  list_wrong: [422, 'The list has mistakes: nothing of it was taken over'],
  range_not_satisfiable: [416, 'The content has no such range'],
  too_many_attachments: [429, 'Too many unfinished or unused uploads: use or remove some first'],
  sign_in_slowed: [429, 'Too many wrong passwords: wait a little'],
  sign_in_locked: [429, 'The account is locked for devices that it does not know'],
  searches_too_many: [429, 'Too many searches of people: wait, or ask another official'],
  too_many_requests: [429, 'Too many requests: wait a little'],
  internal_error: [500, 'Something went wrong on our side'],
  oidc_unavailable: [503, 'The provider does not answer: try again later'],
  not_ready: [503, 'The system is starting or stopping'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof PROBLEMS

export const statusOf = (code: ProblemCode): number => PROBLEMS[code][0]

/** An expected refusal on the way to the caller. */
export interface PartProblem {
  readonly path: string
  readonly message: string
}

export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly detail: string | null
  /** Further members of the answer. */
  readonly members: Readonly<Record<string, string>>
  /** What is wrong with parts of the request; empty: it is wrong as a whole. */
  readonly errors: readonly PartProblem[]

  constructor(
    code: ProblemCode,
    detail: string | null = null,
    members: Readonly<Record<string, string>> = {},
    errors: readonly PartProblem[] = [],
  ) {
    super(`${code}${detail ? `: ${detail}` : ''}`)
    this.code = code
    this.detail = detail
    this.members = members
    this.errors = errors
  }
}

/** RFC 9457 answer with our stable code. */
export function problem(
  c: Context,
  code: ProblemCode,
  more: {
    detail?: string | null
    errors?: readonly PartProblem[]
    members?: Readonly<Record<string, string>>
  } = {},
): Response {
  const [status, title] = PROBLEMS[code]
  return c.body(
    JSON.stringify({
      type: `about:blank#${code}`,
      title,
      status,
      code,
      ...(more.detail ? { detail: more.detail } : {}),
      ...(more.errors?.length ? { errors: more.errors } : {}),
      ...more.members,
    }),
    status as ContentfulStatusCode,
    { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  )
}

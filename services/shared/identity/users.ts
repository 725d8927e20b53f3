import { ROLES, type Role } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly demo: boolean
}

export interface UserFilter {
  /** Part of the name or of the e-mail address. */
  readonly text: string
  /** Has the role now, anywhere. */
  readonly role: Role | null
  readonly organisationId: string | null
  /** E-mail address that the page before ended with. */
  readonly after: string | null
  readonly limit: number
}

/** People with accounts, by e-mail address. */
export async function searchUsers(store: Store, filter: UserFilter, at: Date): Promise<User[]> {
  const { text, role, organisationId, after } = filter
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return store
    .selectFrom('auth_user')
    .select(['id', 'name', 'email', 'emailVerified', 'demo'])
    .$if(text !== '', query =>
      query.where(({ eb, or }) => or([eb('name', 'ilike', pattern), eb('email', 'ilike', pattern)])),
    )
    .$if(role !== null || organisationId !== null, query =>
      query.where(
        'id',
        'in',
        store
          .selectFrom('membership')
          .select('user_id')
          .where('role', 'in', role === null ? [...ROLES] : [role])
          .where('valid_from', '<=', at)
          .where(({ eb, or }) => or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
          .$if(organisationId !== null, members => members.where('organisation_id', '=', organisationId)),
      ),
    )
    .$if(after !== null, query => query.where('email', '>', after ?? ''))
    .orderBy('email')
    .limit(filter.limit)
    .execute()
}

export async function findUser(store: Store, by: { id: string } | { email: string }): Promise<User | null> {
  const query = store.selectFrom('auth_user').select(['id', 'name', 'email', 'emailVerified', 'demo'])
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('email', '=', by.email.trim().toLowerCase())
  ).executeTakeFirst()
  return row ?? null
}

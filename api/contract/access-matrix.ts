import { ROLES, type Role } from '../../domain/index.ts'
import { declaredRoutes, isClosedToAuditors } from './policy.ts'

/** What a role reaches: nothing, the route (which has no rows of anybody's), all rows behind it, or only the own ones. */
export type Access = 'none' | 'open' | 'all' | 'own'

export interface AccessRow {
  readonly method: string
  /** As Hono writes it, parameters with a colon. */
  readonly path: string
  readonly access: Readonly<Record<Role | 'nobody', Access>>
}

/** Every documented route by role, from the declarations that the guard itself enforces. */
export function accessMatrix(): AccessRow[] {
  return declaredRoutes().flatMap(({ method, path, policy, rows }) => {
    if (policy.kind === 'local' || policy.kind === 'cube' || !path.startsWith('/api/')) return []
    const of = (role: Role): Access => {
      if (policy.kind === 'public') return 'open'
      if (role === 'auditor' && isClosedToAuditors(method, path)) return 'none'
      if (policy.kind === 'roles' && !policy.roles.includes(role)) return 'none'
      return rows === null ? 'open' : rows.all.includes(role) ? 'all' : 'own'
    }
    const access = Object.fromEntries(ROLES.map(role => [role, of(role)])) as Record<Role, Access>
    return [{ method, path, access: { ...access, nobody: policy.kind === 'public' ? 'open' : 'none' } }]
  })
}

const SIGNS: Record<Access, string> = { none: '–', open: '✓', all: 'all', own: 'own' }

/** The matrix as a page of the documentation. */
export function accessTable(): string {
  const roles = ['nobody', ...ROLES] as const
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = accessMatrix()
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1))
    .map(({ method, path, access }) => line([`${method} ${path}`, ...roles.map(role => SIGNS[access[role]])]))
  return [
    '# Who reaches what',
    '',
    'Generated from the declarations that the server enforces (`npm run generate`); `tests/api/access-matrix.test.ts` walks every cell.',
    '',
    '✓ the route is open to the role; **all** of the rows behind it, or only its **own** (any other answers 404); – refused (401 without an account, 403 with one). A role counts wherever a person holds it.',
    '',
    line(['route', ...roles]),
    line(['---', ...roles.map(() => ':-:')]),
    ...rows,
    '',
  ].join('\n')
}

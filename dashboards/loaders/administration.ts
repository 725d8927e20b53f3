import { LIST_KINDS, type ListKind, localDay, ORGANISATION_KINDS, ROLES } from '../../domain/index.ts'
import type { CuiProposal, Invitation, Organisation, Session, UserDetails, UserList } from '../api-types.ts'
import { PageProblem, read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

interface OrganisationList {
  items: Organisation[]
  mayAdd: boolean
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/
const allOrganisations = '/api/organisations'

/** Whole lists are the county's: those who change organisations take over theirs, administrators those of people too. */
const listKindsOf = (mayAdd: boolean, session: Session | null): ListKind[] =>
  LIST_KINDS.filter(kind => (kind === 'members' ? session?.user.roles.includes('admin') : mayAdd))

export const administrationLoaders: PageLoaders<
  'people' | 'person' | 'organisations' | 'proposals' | 'lists'
> = {
  people: {
    needsAccount: true,
    load: async ({ api, url }) => {
      const given = url.searchParams
      const q = (given.get('q') ?? '').trim().slice(0, 200)
      const role = ROLES.find(one => one === given.get('role')) ?? null
      const organisation = UUID.exec(given.get('organisation') ?? '')?.[0] ?? null
      const after = (given.get('after') ?? '').slice(0, 254)
      const query = new URLSearchParams()
      if (q !== '') query.set('q', q)
      if (role !== null) query.set('role', role)
      if (organisation !== null) query.set('organisation', organisation)
      if (after !== '') query.set('after', after)
      const [people, organisations, invitations] = await Promise.all([
        read<UserList>(api, `/api/users?${query}`),
        read<OrganisationList>(api, allOrganisations),
        read<{ items: Invitation[] }>(api, '/api/invitations'),
      ])
      return {
        data: {
          people,
          asked: { q, role, organisation },
          further: after !== '',
          organisations: organisations.items,
          invitations: invitations.items.filter(({ organisation }) => organisation === null),
        },
      }
    },
  },
  person: {
    needsAccount: true,
    load: async ({ api, match }) => {
      const [person, organisations] = await Promise.all([
        read<UserDetails>(api, `/api/users/${encodeURIComponent(match.params.person ?? '')}`),
        read<OrganisationList>(api, allOrganisations),
      ])
      return { data: { person, organisations: organisations.items, today: localDay(new Date()) } }
    },
  },
  organisations: {
    needsAccount: true,
    load: async ({ api, url, session }) => {
      const given = url.searchParams
      const q = (given.get('q') ?? '').trim().slice(0, 200)
      const kind = ORGANISATION_KINDS.find(one => one === given.get('kind')) ?? null
      const parent = UUID.exec(given.get('parent') ?? '')?.[0] ?? null
      const today = localDay(new Date())
      const day = DAY.exec(given.get('on') ?? '')?.[0] ?? null
      const on = day === today ? null : day
      const that = new URLSearchParams(on === null ? {} : { on })
      const query = new URLSearchParams(that)
      if (q !== '') query.set('q', q)
      if (kind !== null) query.set('kind', kind)
      if (parent !== null) query.set('parent', parent)
      const [found, all] = await Promise.all([
        read<OrganisationList>(api, `${allOrganisations}?${query}`),
        read<OrganisationList>(api, `${allOrganisations}?${that}`),
      ])
      const cui = /^\d{2,10}$/.exec(given.get('cui') ?? '')?.[0]
      return {
        data: {
          asked: { q, kind, parent, on },
          items: found.items,
          all: all.items,
          mayAdd: found.mayAdd,
          mayImport: listKindsOf(found.mayAdd, session).length > 0,
          today,
          draft: cui === undefined ? null : { cui, name: (given.get('name') ?? '').slice(0, 300) },
        },
      }
    },
  },
  proposals: {
    needsAccount: true,
    load: async ({ api }) => {
      const { items } = await read<{ items: CuiProposal[] }>(api, '/api/cui-proposals')
      const open = await read<OrganisationList>(api, `${allOrganisations}?withoutCui=true`)
      return {
        data: {
          items,
          candidates: open.items.filter(({ kind }) => kind !== 'department'),
          mayDecide: open.mayAdd,
        },
      }
    },
  },
  lists: {
    needsAccount: true,
    load: async ({ api, url, session }) => {
      const { mayAdd } = await read<OrganisationList>(api, allOrganisations)
      const kinds = listKindsOf(mayAdd, session)
      const [first] = kinds
      if (first === undefined) throw new PageProblem(403, 'not_allowed')
      return { data: { kind: kinds.find(one => one === url.searchParams.get('kind')) ?? first, kinds } }
    },
  },
}

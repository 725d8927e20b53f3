import { localDay } from '../../domain/index.ts'
import type { Invitation, Members, OpenInvitation, Organisation, OrganisationDetails } from '../api-types.ts'
import { hrefOf } from '../links.ts'
import { read, readOptional } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const organisationLoaders: PageLoaders<'my-organisations' | 'organisation' | 'invitation'> = {
  'my-organisations': {
    needsAccount: true,
    load: ({ match: { language }, session }) => {
      const [first, ...others] = session?.user.organisations ?? []
      return first && others.length === 0
        ? { redirect: hrefOf('organisation', language, { id: first.id }) }
        : { data: null }
    },
  },
  organisation: {
    needsAccount: true,
    load: async ({ api, match, url, session }) => {
      const id = match.params.id ?? ''
      const address = `/api/organisations/${id}`
      const on = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get('on') ?? '')?.[0]
      const ended = url.searchParams.get('ended') === 'true'
      const organisation = await read<OrganisationDetails>(api, on ? `${address}?on=${on}` : address)
      const { edit, seeMembers, grant } = organisation.may
      const [people, invitations, candidates] = await Promise.all([
        seeMembers ? read<Members>(api, `${address}/members?ended=${ended}`) : null,
        grant.length > 0 || session?.user.roles.includes('auditor')
          ? read<{ items: Invitation[] }>(api, `/api/invitations?organisation=${id}`)
          : null,
        edit ? read<{ items: Organisation[] }>(api, '/api/organisations') : null,
      ])
      return {
        data: {
          organisation,
          today: localDay(new Date()),
          people,
          ended,
          invitations: invitations?.items ?? null,
          candidates: candidates?.items ?? null,
        },
      }
    },
  },
  invitation: {
    // The token of the mail is enough to see what it is for.
    needsAccount: false,
    load: async ({ api, url }) => {
      const token = url.searchParams.get('token') ?? ''
      const address = `/api/invitations/open?${new URLSearchParams({ token })}`
      const invitation = await readOptional<OpenInvitation>(api, address)
      return { data: { invitation, token }, status: invitation === null ? 404 : 200 }
    },
  },
}

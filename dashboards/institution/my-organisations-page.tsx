import { AccountHead } from '../account/account-head.tsx'
import { roleName } from '../organisations/organisation-words.ts'
import type { PageModule } from '../page-types.ts'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

/** The organisations of a person with several; who has one comes to its page at once. */
function MyOrganisationsPage() {
  const { t, language, session } = useApp()
  const href = useHref()
  const words = t.organisation
  const organisations = session?.user.organisations ?? []
  return (
    <div className="narrow">
      <AccountHead
        title={organisations.length === 0 ? words.mine : words.mineHeading}
        here={words.mine}
        lead={words.mineLine}
      />
      {organisations.length === 0 ? (
        <EmptyState title={words.mineNone}>
          <p>{words.mineNoneText}</p>
        </EmptyState>
      ) : (
        <ul className="hub">
          {organisations.map(({ id, names, roles }) => (
            <li key={id}>
              <a href={href('organisation', { id })} data-nav="">
                {names[language]}
              </a>
              <p className="meta">{roles.map(role => roleName(role, language)).join(', ')}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export const myOrganisationsPage: PageModule<null> = {
  Page: MyOrganisationsPage,
  head: (_, { t }) => ({ title: t.organisation.mine, description: t.organisation.mineLine }),
}

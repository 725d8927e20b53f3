import type { PageModule } from '../page-types.ts'
import { accountLinksOf } from '../shell/account-links.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { SignOutButton } from '../shell/sign-out-button.tsx'

/** Everything that the menu under the name has, with a line of explanation each. */
function AccountPage() {
  const { t, session } = useApp()
  const href = useHref()
  if (!session) return null
  const groups = accountLinksOf(session.user)
  return (
    <div className="narrow">
      <header className="page-head">
        <h1>{session.user.name}</h1>
        <p className="meta">{session.user.email}</p>
        <p>{t.account.lead}</p>
      </header>
      {groups.map(({ group, links }) => (
        <section key={group} className="stack" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t.account.groups[group]}</h2>
          <ul className="hub">
            {links.map(({ page, title, line }) => (
              <li key={page}>
                <a href={href(page)} data-nav="">
                  {title(t)}
                </a>
                <p className="meta">{line(t)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div>
        <SignOutButton />
      </div>
    </div>
  )
}

export const accountPage: PageModule<null> = {
  Page: AccountPage,
  head: (_, { t }) => ({ title: t.account.title, description: t.account.lead }),
}

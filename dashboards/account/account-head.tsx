import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

interface Props {
  title: string
  lead: string | null
  /** Pages between the account and this one. */
  between?: readonly { text: string; href: string }[]
  /** What the page is called in the way there, where its title says more. */
  here?: string
  /** Without scripts the page can only be read. */
  needsScripts?: boolean
}

/** Head of a page that is reached from the account: the way back, the title, what it is for. */
export function AccountHead({ title, lead, between = [], here = title, needsScripts = false }: Props) {
  const { t } = useApp()
  const href = useHref()
  return (
    <>
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.account.title, href: href('account') }, ...between]}
        here={here}
      />
      <header className="page-head">
        <h1>{title}</h1>
        {lead === null ? null : <p>{lead}</p>}
      </header>
      {needsScripts ? (
        <noscript>
          <Note tone="signal">{t.site.needsScripts}</Note>
        </noscript>
      ) : null}
    </>
  )
}

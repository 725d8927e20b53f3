export interface LinkTab {
  readonly id: string
  readonly text: string
  readonly href: string
  readonly selected: boolean
}

/** Tabs whose states have addresses: links, so that each can be opened, kept and sent, and works without scripts. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {tabs.map(tab => (
          <li key={tab.id}>
            <a href={tab.href} data-nav="" aria-current={tab.selected ? 'true' : undefined}>
              {tab.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A choice between two or three ways of looking at the same thing. */
export function LinkSwitch({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="switch">
      <ul>
        {tabs.map(tab => (
          <li key={tab.id}>
            <a href={tab.href} data-nav="" aria-current={tab.selected ? 'true' : undefined}>
              {tab.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

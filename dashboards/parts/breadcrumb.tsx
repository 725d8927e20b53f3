export interface BreadcrumbStep {
  readonly text: string
  readonly href: string
}

/** The way to this page; the last step is the page itself and no link. */
export function Breadcrumb({
  label,
  steps,
  here,
}: {
  label: string
  steps: readonly BreadcrumbStep[]
  here: string
}) {
  return (
    <nav aria-label={label} className="breadcrumb">
      <ol>
        {steps.map(step => (
          <li key={step.href}>
            <a href={step.href} data-nav="">
              {step.text}
            </a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}

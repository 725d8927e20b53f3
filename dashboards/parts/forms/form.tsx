import type { ReactNode, Ref } from 'react'
import { Button } from '../button.tsx'
import { Note } from '../states.tsx'

/**
 * A form that the page's scripts send, and check: why it was refused stands above its fields. Sent before they run, it goes by
 * POST, so that nothing typed lands in an address.
 */
export function Form({
  onSubmit,
  problem = null,
  label,
  className = 'stack',
  ref,
  children,
}: {
  onSubmit: () => unknown
  problem?: string | null
  label?: string
  className?: string
  ref?: Ref<HTMLFormElement>
  children: ReactNode
}) {
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void onSubmit()
      }}
      noValidate
      method="post"
      className={className}
      aria-label={label}
      ref={ref}
    >
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      {children}
    </form>
  )
}

/** `busyText`: what it says while the form is sent; null: it is not. */
export function SubmitButton({
  busyText,
  kind = 'primary',
  children,
}: {
  busyText: string | null
  kind?: 'primary' | 'danger'
  children: ReactNode
}) {
  return (
    <div>
      <Button type="submit" kind={kind} busyText={busyText}>
        {children}
      </Button>
    </div>
  )
}

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'

export type ButtonKind = 'primary' | 'normal' | 'quiet' | 'danger'

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'isPending'> {
  kind?: ButtonKind
  /** What is being done, while it is: the button keeps focus and refuses a second press. */
  busyText?: string | null
  children: ReactNode
}

export const buttonClass = (kind: ButtonKind): string => (kind === 'normal' ? 'button' : `button ${kind}`)

export function Button({ kind = 'normal', busyText = null, children, onPress, ...props }: Props) {
  return (
    <AriaButton
      {...props}
      className={buttonClass(kind)}
      onPress={event => {
        if (busyText === null) onPress?.(event)
      }}
    >
      {busyText === null ? null : <span className="spinner" aria-hidden="true" />}
      {/* Not react-aria's isPending: its announcement refers to the button, which may be gone by then. */}
      <span aria-live="polite">{busyText ?? children}</span>
    </AriaButton>
  )
}

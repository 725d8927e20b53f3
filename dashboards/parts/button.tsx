import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'

export type ButtonKind = 'primary' | 'normal' | 'quiet' | 'danger'

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  kind?: ButtonKind
  /** Shown while the work runs; the button keeps focus and refuses a second press. */
  busyText?: string
  children: ReactNode
}

export const buttonClass = (kind: ButtonKind): string => (kind === 'normal' ? 'button' : `button ${kind}`)

export function Button({ kind = 'normal', busyText, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={buttonClass(kind)}>
      {props.isPending && busyText !== undefined ? (
        <>
          <span className="spinner" aria-hidden="true" />
          {busyText}
        </>
      ) : (
        children
      )}
    </AriaButton>
  )
}

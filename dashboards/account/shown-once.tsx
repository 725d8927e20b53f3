import type { ReactNode } from 'react'
import { Button } from '../parts/button.tsx'
import { Note } from '../parts/states.tsx'
import { notify } from '../parts/toast.tsx'

interface Props {
  /** What it is, and that it will not be shown again. */
  text: string
  secret: string
  words: { readonly copy: string; readonly copied: string; readonly notCopied: string }
  children?: ReactNode
}

/** A secret that the server keeps only the hash of: to be copied now. */
export function ShownOnce({ text, secret, words, children }: Props) {
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => notify(words.copied),
      () => notify(words.notCopied),
    )
  return (
    <Note tone="good" live>
      <p>{text}</p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <p className="row">
        <Button onPress={() => void copy()}>{words.copy}</Button>
        {children}
      </p>
    </Note>
  )
}

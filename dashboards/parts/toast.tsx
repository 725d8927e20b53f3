import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'

type Listener = (message: string) => void
const waiting: string[] = []
let listener: Listener | null = null

/** Shows a short message; the region that draws it is loaded with the first one. */
export function notify(message: string): void {
  if (listener) listener(message)
  else waiting.push(message)
}

const Region: ComponentType<{ messages: readonly string[] }> = lazy(async () => ({
  default: (await import('./toast-region.tsx')).ToastRegion,
}))

export function Toasts() {
  const [messages, setMessages] = useState<readonly string[]>([])
  useEffect(() => {
    listener = message => setMessages(shown => [...shown, message])
    for (const message of waiting.splice(0)) listener(message)
    return () => {
      listener = null
    }
  }, [])
  if (messages.length === 0) return null
  return (
    <Suspense fallback={null}>
      <Region messages={messages} />
    </Suspense>
  )
}

import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_ToastRegion as Region,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast'
import { useApp } from '../shell/app-context.ts'

const SECONDS = 8
const queue = new ToastQueue<string>({ maxVisibleToasts: 3 })

export function ToastRegion({ messages }: { messages: readonly string[] }) {
  const { t } = useApp()
  const seen = useRef(0)
  useEffect(() => {
    for (const message of messages.slice(seen.current)) queue.add(message, { timeout: SECONDS * 1000 })
    seen.current = messages.length
  }, [messages])
  return (
    <Region queue={queue} className="toasts" aria-label={t.site.notifications}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title">{toast.content}</Text>
          </ToastContent>
          <Button slot="close" className="button quiet" aria-label={t.site.close}>
            ×
          </Button>
        </Toast>
      )}
    </Region>
  )
}

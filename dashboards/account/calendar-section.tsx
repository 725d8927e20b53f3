import { useState } from 'react'
import type { CalendarFeed } from '../api-types.ts'
import { formatDay } from '../format/date.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { ShownOnce } from './shown-once.tsx'

const PATH = '/api/notifications/calendar'

/** The secret address under which calendar programs follow the person's deadlines: made, made anew, ended. */
export function CalendarSection({ feed }: { feed: CalendarFeed }) {
  const { t, language } = useApp()
  const words = t.calendarFeed
  const { busy, problem, run } = useCommand()
  const [url, setUrl] = useState<string | null>(null)
  const make = async () => {
    const made = await run<CalendarFeed>('POST', PATH, null, null)
    if (made) setUrl(made.value.url)
  }
  const end = async () => {
    if (await run('DELETE', PATH, null, words.ended)) setUrl(null)
  }
  return (
    <Section heading={words.heading} text={words.text} problem={problem}>
      {url === null ? null : (
        <ShownOnce text={words.made} secret={url} words={words}>
          {/* Telephones open their calendar program for this kind of address. */}
          <a className={buttonClass('normal')} href={url.replace(/^https?:/, 'webcal:')}>
            {words.follow}
          </a>
        </ShownOnce>
      )}
      {feed.openedAt === null ? (
        <div className="needs-scripts">
          <Button busyText={busy ? words.making : null} onPress={() => void make()}>
            {words.make}
          </Button>
        </div>
      ) : (
        <>
          <p>{words.since(formatDay(feed.openedAt, language))}</p>
          <div className="row needs-scripts">
            <ConfirmDialog
              open={words.renew}
              title={words.renewTitle}
              confirm={words.renewYes}
              cancel={t.account.cancel}
              isDisabled={busy}
              onConfirm={() => void make()}
            >
              <p>{words.renewText}</p>
            </ConfirmDialog>
            <ConfirmDialog
              open={words.end}
              title={words.endTitle}
              confirm={words.endYes}
              confirmKind="danger"
              cancel={t.account.cancel}
              isDisabled={busy}
              onConfirm={() => void end()}
            >
              <p>{words.endText}</p>
            </ConfirmDialog>
          </div>
        </>
      )}
    </Section>
  )
}

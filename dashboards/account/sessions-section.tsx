import type { AccountSession } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import { MISSING } from '../format/number.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { deviceName } from './device-name.ts'

export function SessionsSection({ sessions }: { sessions: readonly AccountSession[] }) {
  const { t, language } = useApp()
  const texts = t.security.sessions
  const { busy, problem, run } = useCommand()
  const end = (id: string) =>
    void run('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`, null, texts.ended)
  return (
    <Section heading={texts.heading} text={texts.text} problem={problem}>
      <ul className="entries">
        {sessions.map(session => {
          const device = deviceName(session.userAgent, t)
          return (
            <li key={session.id}>
              <div>
                <p className="row">
                  <b title={session.userAgent ?? undefined}>{device}</b>
                  {session.current ? <Tag tone="good">{texts.here}</Tag> : null}
                </p>
                <dl className="facts">
                  <dt>{texts.lastSeen}</dt>
                  <dd>{formatInstant(session.lastSeen, language)}</dd>
                  <dt>{texts.since}</dt>
                  <dd>{formatInstant(session.createdAt, language)}</dd>
                  <dt>{texts.address}</dt>
                  <dd>{session.address ?? MISSING}</dd>
                </dl>
              </div>
              {session.current ? null : (
                <Button aria-label={texts.endLabel(device)} isDisabled={busy} onPress={() => end(session.id)}>
                  {texts.end}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button
            isDisabled={busy}
            onPress={() => void run('DELETE', '/api/account/sessions', null, texts.endedOthers)}
          >
            {texts.endOthers}
          </Button>
        </div>
      ) : (
        <p className="meta">{texts.onlyThis}</p>
      )}
    </Section>
  )
}

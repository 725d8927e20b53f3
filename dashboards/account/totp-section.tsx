import { useState } from 'react'
import type { Account, SecondFactor, TotpEnrolment } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { ConfirmIdentity } from './confirm-identity.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { TurnOffTotp } from './turn-off-totp.tsx'

/** The second factor: turned on with a first code, its recovery codes, turned off. */
export function TotpSection({ account, secondFactor }: { account: Account; secondFactor: SecondFactor }) {
  const { t } = useApp()
  const texts = t.strong.totp
  const action = useCommand()
  const { busy, run } = action
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null)
  const [code, setCode] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)

  const begin = async () => {
    const begun = await run<TotpEnrolment>('POST', '/api/account/totp', null, null)
    if (begun) setEnrolment(begun.value)
  }
  const confirm = async () => {
    const typed = code.replaceAll(/\s/g, '')
    setMistake(typed.length < 6 ? texts.codeMissing : null)
    if (typed.length < 6) return
    const done = await run<{ recoveryCodes: string[] }>(
      'POST',
      '/api/account/totp/confirm',
      { code: typed },
      texts.turnedOn,
    )
    if (!done) return
    setEnrolment(null)
    setCode('')
    setCodes(done.value.recoveryCodes)
  }
  const renew = async () => {
    const done = await run<{ recoveryCodes: string[] }>('POST', '/api/account/recovery-codes', null, null)
    if (done) setCodes(done.value.recoveryCodes)
  }
  const asksIdentity = action.code === 'confirmation_needed'

  return (
    <Section heading={texts.heading} text={texts.text} problem={asksIdentity ? null : action.problem}>
      <p>{secondFactor.enabled ? <Tag tone="good">{texts.on}</Tag> : <Tag tone="plain">{texts.off}</Tag>}</p>
      {asksIdentity ? <ConfirmIdentity hasPassword={account.hasPassword} onDone={action.forget} /> : null}
      {codes === null ? null : <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {secondFactor.enabled ? (
        <>
          <p>{texts.left(secondFactor.recoveryCodesLeft)}</p>
          <div>
            <Button isDisabled={busy} onPress={() => void renew()}>
              {texts.renew}
            </Button>
          </div>
          <TurnOffTotp account={account} />
        </>
      ) : enrolment === null ? (
        <div>
          <Button kind="primary" busyText={busy ? texts.beginning : null} onPress={() => void begin()}>
            {texts.begin}
          </Button>
        </div>
      ) : (
        <Form onSubmit={confirm}>
          <p>{texts.scan}</p>
          <img
            className="qr"
            alt={texts.qr}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qr)}`}
            width={220}
            height={220}
          />
          <div>
            <p className="meta">{texts.type}</p>
            <code className="secret">{enrolment.secret}</code>
          </div>
          <TextField
            label={texts.code}
            name="totp-code"
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={9}
            value={code}
            onChange={setCode}
            error={mistake}
            isRequired
          />
          <div className="row">
            <Button type="submit" kind="primary" isDisabled={busy}>
              {texts.confirm}
            </Button>
            <Button kind="quiet" onPress={() => setEnrolment(null)}>
              {texts.cancel}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

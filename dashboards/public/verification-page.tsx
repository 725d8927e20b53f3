import type { Verification } from '../api-types.ts'
import { formatDate, formatDay } from '../format/date.ts'
import type { PageModule, VerificationData } from '../page-types.ts'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { FileCheck } from './file-check.tsx'
import { VerificationForm } from './verification-form.tsx'

/** The answer first: whether the document may be relied on. */
function State({ document }: { document: Verification }) {
  const { t, language } = useApp()
  const href = useHref()
  const { states, stateTexts, reasons } = t.verification
  const since = formatDay(document.since, language)
  const text =
    document.state === 'valid'
      ? stateTexts.valid(document.issuer[language])
      : stateTexts[document.state](since)
  return (
    <div className={`verdict verdict-${document.state}`}>
      <h1>{states[document.state]}</h1>
      <p>
        {text}
        {document.reason === null ? null : ` ${reasons[document.reason]}`}
      </p>
      {document.state === 'superseded' && document.supersededBy ? (
        <p>
          <a href={href('verification', { code: document.supersededBy.code })} data-nav="">
            {t.verification.successor(document.supersededBy.number)}
          </a>
        </p>
      ) : null}
    </div>
  )
}

function Facts({ document }: { document: Verification }) {
  const { t, language } = useApp()
  const words = t.verification
  const facts: [string, string][] = [
    [words.kind, t.documentKinds[document.kind] ?? document.kind],
    [words.number, document.number],
    [words.date, formatDate(document.date, language)],
    [words.issuer, document.issuer[language]],
    [words.signer, document.signer],
    [words.code, document.code],
  ]
  const hashes: [string, string][] = [
    [words.sha256, document.sha256],
    [words.archiveSha256, document.archiveSha256],
  ]
  return (
    <section className="stack">
      <h2>{words.factsHeading}</h2>
      <dl className="facts document-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {hashes.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code className="hash">{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="field-help">{words.privacy}</p>
    </section>
  )
}

function VerificationPage({ data: { document } }: { data: VerificationData }) {
  const { t } = useApp()
  const href = useHref()
  if (!document)
    return (
      <div className="narrow">
        <h1>{t.verification.unknownTitle}</h1>
        <p className="lead">{t.verification.unknownText}</p>
        <VerificationForm given={null} />
      </div>
    )
  return (
    <div className="narrow">
      <State document={document} />
      {document.demoSignature ? <Note tone="signal">{t.verification.demo}</Note> : null}
      <Facts document={document} />
      <FileCheck document={document} />
      <p>
        <a href={href('verify')} data-nav="">
          {t.verification.another}
        </a>
      </p>
    </div>
  )
}

export const verificationPage: PageModule<VerificationData> = {
  Page: VerificationPage,
  head: ({ document }, { t }) =>
    document
      ? {
          title: t.verification.title(document.number),
          description: `${t.documentKinds[document.kind] ?? document.kind} ${document.number}: ${t.verification.states[document.state]}`,
        }
      : { title: t.verification.unknownTitle, description: t.verification.unknownText },
}

import { useState } from 'react'
import type { Verification } from '../api-types.ts'
import type { Texts } from '../i18n/index.ts'
import { FileDrop } from '../parts/forms/file-drop.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'

type Outcome = 'same' | 'sameArchive' | 'sameCopy' | 'different' | 'impossible' | 'unreadable'
interface Checked {
  readonly outcome: Outcome
  readonly name: string
  readonly sha256: string | null
}

/** Fingerprint of a file as hex. Browsers compute it on pages that came safely only: https, or this very machine. */
async function fingerprint(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

async function check(file: File, document: Verification): Promise<Checked> {
  const { name } = file
  if (!('subtle' in crypto)) return { outcome: 'impossible', name, sha256: null }
  try {
    const sha256 = await fingerprint(file)
    return { outcome: outcomeOf(sha256, document), name, sha256 }
  } catch {
    return { outcome: 'unreadable', name, sha256: null }
  }
}

function outcomeOf(sha256: string, document: Verification): Outcome {
  if (sha256 === document.sha256) return 'same'
  if (sha256 === document.archiveSha256) return 'sameArchive'
  return document.copies.some(copy => copy.sha256 === sha256) ? 'sameCopy' : 'different'
}

function sentenceOf({ outcome, name }: Checked, t: Texts): string {
  const words = t.verification
  return outcome === 'impossible' || outcome === 'unreadable' ? words[outcome] : words[outcome](name)
}

/** Compares a file with the document, in the browser alone. */
export function FileCheck({ document }: { document: Verification }) {
  const { t } = useApp()
  const words = t.verification
  const [checked, setChecked] = useState<Checked | 'running' | null>(null)
  const take = async ([file]: readonly File[]) => {
    if (!file) return
    setChecked('running')
    setChecked(await check(file, document))
  }
  return (
    <section className="stack">
      <h2>{words.checkHeading}</h2>
      <div className="scripted file-check">
        <p>{words.checkText}</p>
        <FileDrop
          label={words.drop}
          or={words.or}
          choose={words.choose}
          formats={words.formats}
          accept={['application/pdf', '.pdf']}
          isDisabled={checked === 'running'}
          onFiles={files => void take(files)}
        />
        {checked === 'running' ? <p role="status">{words.checking}</p> : null}
        {checked !== null && checked !== 'running' ? <Answer checked={checked} document={document} /> : null}
      </div>
      <p className="field-help">{words.checkByHand}</p>
    </section>
  )
}

function Answer({ checked, document }: { checked: Checked; document: Verification }) {
  const { t } = useApp()
  const isIssued = checked.outcome.startsWith('same')
  const isRelied = isIssued && document.state === 'valid'
  return (
    <Note tone={isRelied ? 'good' : isIssued ? 'signal' : 'error'} live>
      <p>{sentenceOf(checked, t)}</p>
      {isIssued && !isRelied ? <p>{t.verification.butNotValid}</p> : null}
      {checked.sha256 === null ? null : <code className="hash">{checked.sha256}</code>}
    </Note>
  )
}

import type { Attachment } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import { formatSize } from '../format/size.ts'
import type { Texts } from '../i18n/index.ts'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'

/** What is known of a file, and whether it may be opened without care. */
function stateOf({ state, scan }: Attachment, t: Texts): { text: string; tone: TagTone } {
  const words = t.mandates.proofStates
  switch (state) {
    case 'ready':
      return scan === 'clean'
        ? { text: t.attachment.clean, tone: 'good' }
        : { text: t.attachment.notScanned, tone: 'signal' }
    case 'refused':
    case 'infected':
      return { text: words[state], tone: 'error' }
    case 'deleted':
      return { text: words.deleted, tone: 'plain' }
    case 'uploading':
    case 'checking':
    case 'waiting':
      return { text: words.checking, tone: 'plain' }
  }
}

/** Files that prove a mandate, each with what the virus scanner said; they open as downloads. */
export function MandateProofs({ proofs }: { proofs: readonly Attachment[] }) {
  const { t, language } = useApp()
  const words = t.mandates
  if (proofs.length === 0) return null
  return (
    <section className="setting" aria-labelledby="proofs">
      <h2 id="proofs">{words.proofs}</h2>
      <ul className="entries">
        {proofs.map(proof => {
          const { text, tone } = stateOf(proof, t)
          const name = proof.fileName ?? words.proofStates.deleted
          return (
            <li key={proof.id}>
              <div>
                {proof.links.content === null ? (
                  <span className="file-name">{name}</span>
                ) : (
                  <a className="file-name" href={proof.links.content} download="">
                    {name}
                  </a>
                )}
                <p className="meta">
                  {proof.state === 'deleted' ? '' : `${formatSize(proof.size, language)} · `}
                  {formatInstant(proof.createdAt, language)}
                </p>
              </div>
              {proof.fileName === null ? null : <Tag tone={tone}>{text}</Tag>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

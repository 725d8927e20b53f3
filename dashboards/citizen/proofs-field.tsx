import { useRef, useState } from 'react'
import { MOST_PROOFS } from '../../domain/index.ts'
import { AttachmentField } from '../parts/forms/attachment-field.tsx'
import { useApp } from '../shell/app-context.ts'

interface Slot {
  readonly key: number
  /** Id of the file, once it is attached. */
  readonly id: string | null
  readonly busy: boolean
}

export interface Proofs {
  readonly slots: readonly Slot[]
  /** A file is still on its way. */
  readonly busy: boolean
  readonly ids: readonly string[]
  change(key: number, what: { id?: string | null; busy?: boolean }): void
  clear(): void
}

const FIRST: readonly Slot[] = [{ key: 0, id: null, busy: false }]

/** Files of a form, sent while the rest of it is filled in: one empty place stands ready until there are enough. */
export function useProofs(): Proofs {
  const [slots, setSlots] = useState(FIRST)
  const keys = useRef(0)
  const empty = (): Slot => {
    keys.current += 1
    return { key: keys.current, id: null, busy: false }
  }
  const change: Proofs['change'] = (key, what) =>
    setSlots(now => {
      const changed = now.map(slot => (slot.key === key ? { ...slot, ...what } : slot))
      const free = changed.filter(({ id, busy }) => id === null && !busy)
      // Where a file was taken out, its place says why; the spare one behind it goes.
      if (free.length > 1) return changed.filter(slot => !free.includes(slot) || slot.key === key)
      return free.length === 0 && changed.length < MOST_PROOFS ? [...changed, empty()] : changed
    })
  return {
    slots,
    busy: slots.some(({ busy }) => busy),
    ids: slots.flatMap(({ id }) => id ?? []),
    change,
    clear: () => setSlots([empty()]),
  }
}

export function ProofsField({ proofs, error }: { proofs: Proofs; error: string | null }) {
  const { t } = useApp()
  const words = t.mandates
  return (
    <div className="proofs">
      {proofs.slots.map(({ key, id, busy }, index) => (
        <AttachmentField
          key={key}
          label={index === 0 ? words.proof : words.proofMore}
          {...(index === 0 ? { help: words.proofsHelp(MOST_PROOFS) } : {})}
          purpose="proof"
          error={id === null && !busy ? null : error}
          onChange={next => proofs.change(key, { id: next })}
          onBusy={next => proofs.change(key, { busy: next })}
        />
      ))}
    </div>
  )
}

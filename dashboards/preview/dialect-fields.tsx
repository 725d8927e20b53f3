import type { CsvDialect } from '../../domain/index.ts'
import type { Texts } from '../i18n/index.ts'
import { Select } from '../parts/forms/field.tsx'
import { useApp } from '../shell/app-context.ts'

/** A choice by the name that the API takes, '' for what is to be detected. */
export type DialectTexts = { readonly [Property in keyof CsvDialect]: string }
export const ALL_DETECTED: DialectTexts = { encoding: '', delimiter: '', quote: '', decimal: '' }

const PROPERTIES = ['encoding', 'delimiter', 'quote', 'decimal'] as const satisfies (keyof CsvDialect)[]
const AUTOMATIC = 'automatic'

interface Props {
  readonly chosen: DialectTexts
  /** The name of what was detected, where it was. */
  readonly detected: DialectTexts
  /** What cannot be left to detection, with the reason. */
  readonly asked: ReadonlyMap<keyof CsvDialect, string>
  readonly isDisabled?: boolean
  onChange(chosen: DialectTexts): void
}

/** One choice for each property of a CSV: as detected, or otherwise. */
export function DialectFields({ chosen, detected, asked, isDisabled = false, onChange }: Props) {
  const { t } = useApp()
  return (
    <div className="dialect-fields">
      {PROPERTIES.map(property => {
        const question = asked.get(property)
        const isOpen = question !== undefined && chosen[property] === ''
        const names: Readonly<Record<string, string>> = t.csv.names[property]
        const found = names[detected[property]]
        return (
          <Select
            key={property}
            label={t.csv.fields[property]}
            value={chosen[property] === '' ? AUTOMATIC : chosen[property]}
            onChange={value => onChange({ ...chosen, [property]: value === AUTOMATIC ? '' : value })}
            isDisabled={isDisabled}
            error={isOpen ? question : null}
            options={[
              { id: AUTOMATIC, text: isOpen ? t.csv.choose : automatic(t, found) },
              ...Object.entries(names).map(([id, text]) => ({ id, text })),
            ]}
          />
        )
      })}
    </div>
  )
}

const automatic = (t: Texts, found: string | undefined): string =>
  found === undefined ? t.csv.notNeeded : t.csv.detected(found)

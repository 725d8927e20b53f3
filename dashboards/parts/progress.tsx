import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'

/** How far long work has come; null while that is not known. */
export function Progress({ label, text, value }: { label: string; text: string; value: number | null }) {
  return (
    <ProgressBar
      className="progress"
      isIndeterminate={value === null}
      {...(value === null ? {} : { value })}
      valueLabel={text}
    >
      <Label>{label}</Label>
      <span className="progress-text">{text}</span>
      <span className="progress-track">
        <i style={{ width: `${value ?? 30}%` }} />
      </span>
    </ProgressBar>
  )
}

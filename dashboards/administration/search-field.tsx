import { useId } from 'react'

/** Words to search by, in a GET form. */
export function SearchField({ label, value }: { label: string; value: string }) {
  const id = useId()
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <input
        key={value}
        id={id}
        name="q"
        type="search"
        className="input"
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
      />
    </span>
  )
}

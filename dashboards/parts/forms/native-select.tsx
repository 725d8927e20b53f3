import { useEffect, useId, useState } from 'react'

interface Props {
  label: string
  name: string
  defaultValue: string
  options: readonly { readonly value: string; readonly text: string }[]
  /** Label of the button that sends the form before scripts run; with scripts a choice sends it at once. */
  submit: string
}

/** A choice in a GET form: works without scripts. */
export function NativeSelect({ label, name, defaultValue, options, submit }: Props) {
  const id = useId()
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        className="input"
        defaultValue={defaultValue}
        onChange={event => event.currentTarget.form?.requestSubmit()}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {scripted ? null : (
        <button type="submit" className="button">
          {submit}
        </button>
      )}
    </span>
  )
}

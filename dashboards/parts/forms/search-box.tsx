/** Words to search by, with what they may be; one of them in a GET form. */
export function SearchBox({
  label,
  help,
  value,
  maxLength,
}: {
  label: string
  help: string
  value: string
  maxLength: number
}) {
  return (
    <div className="field">
      <label htmlFor="q">{label}</label>
      <span className="field-help" id="q-help">
        {help}
      </span>
      <input
        key={value}
        id="q"
        name="q"
        type="search"
        className="input"
        defaultValue={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-describedby="q-help"
      />
    </div>
  )
}

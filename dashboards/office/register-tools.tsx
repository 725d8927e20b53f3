import type { RegistersData } from '../page-types.ts'
import { NativeSelect } from '../parts/forms/native-select.tsx'
import { LinkSwitch } from '../parts/link-tabs.tsx'
import { useApp, useHref } from '../shell/app-context.ts'

const DIRECTIONS = ['all', 'entry', 'exit'] as const

/** Which register, year and direction is shown, and the year as a file. */
export function RegisterTools({ data }: { data: RegistersData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.registers
  const { registers, register, year, thisYear, direction } = data
  const known = registers.find(({ code }) => code === register)?.years ?? []
  const years = [...new Set([thisYear, year, ...known])].sort((a, b) => b - a)
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ register, year: String(year), ...more })
  return (
    <div className="row page-tools">
      <form action={href('registers')} data-nav="" className="row">
        {registers.length > 1 ? (
          <NativeSelect
            key={`register ${register}`}
            label={words.register}
            name="register"
            defaultValue={register}
            options={registers.map(({ code, names }) => ({ value: code, text: names[language] }))}
            submit={words.apply}
          />
        ) : (
          <input type="hidden" name="register" value={register} />
        )}
        <NativeSelect
          key={`year ${year}`}
          label={words.year}
          name="year"
          defaultValue={String(year)}
          options={years.map(one => ({ value: String(one), text: String(one) }))}
          submit={words.apply}
        />
        {direction === null ? null : <input type="hidden" name="direction" value={direction} />}
      </form>
      <LinkSwitch
        label={words.show}
        tabs={DIRECTIONS.map(one => ({
          id: one,
          text: words.directions[one],
          href: href('registers', {}, query(one === 'all' ? {} : { direction: one })),
          selected: one === (direction ?? 'all'),
        }))}
      />
      <p className="row">
        <span className="meta">{words.download}</span>
        {(['csv', 'xlsx'] as const).map(format => (
          <a
            key={format}
            href={`/api/registers/${register}/export?year=${year}&format=${format}&lang=${language}`}
            download=""
          >
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </div>
  )
}

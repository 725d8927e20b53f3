interface Props {
  label: string
  steps: readonly string[]
  /** Index of the step that is being done; the number of steps when all are done. */
  current: number
  done: string
  now: string
}

export function StepList({ label, steps, current, done, now }: Props) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          className={index < current ? 'step-done' : index === current ? 'step-now' : ''}
        >
          <span className="step-mark" aria-hidden="true">
            {index < current ? '✓' : index + 1}
          </span>
          <span>
            {step}
            {index > current ? null : (
              <span className="visually-hidden">: {index < current ? done : now}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

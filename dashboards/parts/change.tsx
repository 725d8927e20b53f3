/** Two values of the same thing, before and after; readable without its colours. */
export function Change({
  before,
  after,
  labels,
}: {
  before: string
  after: string
  labels: [string, string]
}) {
  return (
    <span className="change">
      <del>
        <span className="visually-hidden">{labels[0]}: </span>
        {before}
      </del>
      <span aria-hidden="true"> → </span>
      <ins>
        <span className="visually-hidden">{labels[1]}: </span>
        {after}
      </ins>
    </span>
  )
}

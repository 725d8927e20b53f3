/** A cell at the finest grain of a report: how many persons it counts, and where it stands, from the widest place to the narrowest. */
export interface PersonCell {
  readonly persons: number
  readonly place: readonly string[]
}

/**
 * Puts every cell with few persons (1 to threshold − 1) into a group with its nearest neighbours, so that a group counts at
 * least `threshold`. A figure may leave only if it takes each group whole or not at all: whatever is added to or taken from
 * such figures is a sum of whole groups again, so no combination of answers tells a small cell.
 *
 * Gives the number of the group for each cell; a cell that stands alone is a group of its own. Cells that can't be protected
 * (all persons together are fewer than the threshold) are one group, and `null` says that nothing of it may leave.
 */
export function disclosureGroups(cells: readonly PersonCell[], threshold: number): (number | null)[] {
  const groups: (number | null)[] = cells.map(() => null)
  const isSmall = ({ persons }: PersonCell) => persons > 0 && persons < threshold
  const order = cells
    .map((cell, index) => ({ cell, index }))
    .sort((left, right) => comparePlaces(left.cell.place, right.cell.place))
  let next = 0
  let open: number[] = []
  let persons = 0
  const close = () => {
    for (const index of open) groups[index] = next
    next++
    open = []
    persons = 0
  }
  for (const { cell, index } of order) {
    if (open.length === 0 && !isSmall(cell)) {
      groups[index] = next++
      continue
    }
    open.push(index)
    persons += cell.persons
    if (persons >= threshold) close()
  }
  if (open.length === 0) return groups
  // What is left at the end joins its nearest neighbour before it, group and all.
  const members = new Set(open)
  const before = order.findLast(({ cell, index }) => !members.has(index) && cell.persons > 0)
  const neighbour = before ? (groups[before.index] ?? null) : null
  for (const index of open) groups[index] = neighbour
  return groups
}

function comparePlaces(left: readonly string[], right: readonly string[]): number {
  for (let level = 0; level < Math.min(left.length, right.length); level++) {
    const [one = '', other = ''] = [left[level], right[level]]
    if (one !== other) return one < other ? -1 : 1
  }
  return left.length - right.length
}

/** Whether a figure over these cells may leave. */
export function mayLeave(chosen: ReadonlySet<number>, groups: readonly (number | null)[]): boolean {
  const touched = new Set<number>()
  for (const index of chosen) {
    const group = groups[index]
    if (group === null || group === undefined) return false
    touched.add(group)
  }
  return groups.every((group, index) => group === null || !touched.has(group) || chosen.has(index))
}

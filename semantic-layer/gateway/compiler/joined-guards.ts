import type { CubeFilterNode, JoinedGuards } from './cube-parts.ts'

export interface SplitPolicies {
  /** Conditions on the rows that a query starts from: facts hidden by their own policy stay hidden. */
  readonly outer: readonly CubeFilterNode[]
  readonly joined: JoinedGuards
}

/** Cube adds the row policies of all cubes of a query to its outer WHERE. There, the policy of a joined cube would throw
 * out the facts whose joined row is hidden or missing: a left join would become an inner one, and figures would shrink
 * with what they are grouped by. So each joined cube's condition is taken out, to act where that cube is joined. */
export function splitPolicies(
  added: readonly CubeFilterNode[],
  joinedCubes: ReadonlySet<string>,
): SplitPolicies {
  const outer: CubeFilterNode[] = []
  const joined = new Map<string, CubeFilterNode>()
  for (const part of added.flatMap(partsOf)) {
    const [cube, ...others] = new Set(membersOf(part).map(member => member.split('.', 1)[0] ?? ''))
    if (cube === undefined || others.length > 0 || !joinedCubes.has(cube)) {
      outer.push(part)
      continue
    }
    const known = joined.get(cube)
    joined.set(cube, known ? { and: [known, part] } : part)
  }
  return { outer, joined: Object.fromEntries(joined) }
}

const partsOf = (filter: CubeFilterNode): readonly CubeFilterNode[] =>
  filter.and ? filter.and.flatMap(partsOf) : [filter]

const membersOf = ({ member, or = [], and = [] }: CubeFilterNode): string[] => [
  ...(member === undefined ? [] : [member]),
  ...[...or, ...and].flatMap(membersOf),
]

import { CompilerApi, type NormalizedQuery, type SqlGenerator, type SqlResult } from './cube-parts.ts'

export interface MembersAndJoins {
  /** Every member that the query names, and the primary keys of cubes that it only joins through. */
  readonly names: readonly string[]
  /** The cube whose rows a query starts from; null for a query without cubes. */
  readonly root: string | null
  /** Cubes that are left-joined to it. */
  readonly joined: ReadonlySet<string>
}

/** Cube's CompilerApi without its native binary, with row policies that also hold for cubes only joined through. */
export class GuardedCompiler extends CompilerApi {
  override createNativeInstance(): unknown {
    const nothing = { filters: {}, functions: {}, variables: {} }
    return { newJinjaEngine: () => ({}), loadPythonContext: async () => nothing }
  }

  /** What row policies are applied to. Cube names only the cubes whose members a query names, so a fact cube between two
   * named dimensions kept its rows unguarded; naming the primary keys of every joined cube closes that. */
  async membersAndJoins(query: NormalizedQuery): Promise<MembersAndJoins> {
    const { sqlGenerator, compilers } = await this.getSqlGenerator(query)
    return compilers.compiler.withQuery(sqlGenerator, () => {
      const names = [...sqlGenerator.collectAllMemberNames()]
      const joined = cubesOf(sqlGenerator)
      for (const cube of joined) {
        if (names.some(name => name.startsWith(`${cube}.`))) continue
        const keys = compilers.cubeEvaluator.primaryKeys[cube] ?? []
        if (keys.length === 0) throw new Error(`cube ${cube} is joined but has no primary key to guard it by`)
        names.push(...keys.map(key => `${cube}.${key}`))
      }
      const root = sqlGenerator.join?.root ?? null
      if (root !== null) joined.delete(root)
      return { names, root, joined }
    })
  }

  /** `applyRowLevelSecurity` asks for the SQL only to learn the member names: those it gets, without building the SQL. */
  override async getSql(query: NormalizedQuery): Promise<SqlResult> {
    const { names } = await this.membersAndJoins(query)
    return { memberNames: names }
  }

  /** The SQL and nothing else. Cube's own `getSql` also describes pre-aggregations and cache keys that are not used here,
   * which takes longer than the SQL. */
  async build<T>(query: NormalizedQuery, read: (generator: SqlGenerator) => T): Promise<T> {
    const { sqlGenerator, compilers } = await this.getSqlGenerator(query)
    return compilers.compiler.withQuery(sqlGenerator, () => read(sqlGenerator))
  }
}

function cubesOf({ join }: SqlGenerator): Set<string> {
  if (!join) return new Set()
  return new Set([join.root, ...join.joins.flatMap(each => [each.originalFrom, each.originalTo])])
}

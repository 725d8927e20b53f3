import { CompilerApi, type NormalizedQuery, type SqlGenerator, type SqlResult } from './cube-parts.ts'

/** Cube's CompilerApi without its native binary, with row policies that also hold for cubes only joined through. */
export class GuardedCompiler extends CompilerApi {
  override createNativeInstance(): unknown {
    const nothing = { filters: {}, functions: {}, variables: {} }
    return { newJinjaEngine: () => ({}), loadPythonContext: async () => nothing }
  }

  /** What row policies are applied to. Cube names only the cubes whose members a query names, so a fact cube between two
   * named dimensions kept its rows unguarded; naming the primary keys of every joined cube closes that. */
  async memberNames(query: NormalizedQuery): Promise<string[]> {
    const { sqlGenerator, compilers } = await this.getSqlGenerator(query)
    return compilers.compiler.withQuery(sqlGenerator, () => {
      const names = [...sqlGenerator.collectAllMemberNames()]
      for (const cube of joinedCubes(sqlGenerator)) {
        if (names.some(name => name.startsWith(`${cube}.`))) continue
        const keys = compilers.cubeEvaluator.primaryKeys[cube] ?? []
        if (keys.length === 0) throw new Error(`cube ${cube} is joined but has no primary key to guard it by`)
        names.push(...keys.map(key => `${cube}.${key}`))
      }
      return names
    })
  }

  /** `applyRowLevelSecurity` asks for the SQL only to learn the member names: those it gets, without building the SQL. */
  override async getSql(query: NormalizedQuery): Promise<SqlResult> {
    return { memberNames: await this.memberNames(query) }
  }

  /** The SQL and nothing else. Cube's own `getSql` also describes pre-aggregations and cache keys that are not used here,
   * which takes longer than the SQL. */
  async build<T>(query: NormalizedQuery, read: (generator: SqlGenerator) => T): Promise<T> {
    const { sqlGenerator, compilers } = await this.getSqlGenerator(query)
    return compilers.compiler.withQuery(sqlGenerator, () => read(sqlGenerator))
  }
}

function joinedCubes({ join }: SqlGenerator): Set<string> {
  if (!join) return new Set()
  return new Set([join.root, ...join.joins.flatMap(each => [each.originalFrom, each.originalTo])])
}

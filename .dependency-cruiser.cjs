// The table of imports of ARCHITECTURE.md, as rules. Each rule has a fixture in tests/architecture/fixtures that must fail.
const folders = ['domain', 'services', 'ingestion', 'warehouse', 'semantic-layer', 'dashboards', 'api']
const may = {
  domain: [],
  services: ['domain'],
  ingestion: ['domain', 'services', 'warehouse'],
  warehouse: ['domain'],
  'semantic-layer': ['domain', 'warehouse'],
  dashboards: ['domain'],
}
const prefix = process.env.CRUISE_PREFIX ?? ''
module.exports = {
  forbidden: [
    ...Object.entries(may).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      comment: `${folder}/ may import ${allowed.length ? allowed.join(', ') : 'nothing'}`,
      severity: 'error',
      from: { path: `^${prefix}${folder}/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^${prefix}(${folders.filter(other => other !== folder && !allowed.includes(other)).join('|')})/`,
      },
    })),
    {
      name: 'no-deep-imports',
      comment: 'other top folders are entered through their index.ts',
      severity: 'error',
      from: { path: `^${prefix}([^/]+)/`, pathNot: ['\\.test\\.tsx?$', '^tests/support/'] },
      to: {
        path: `^${prefix}(${folders.join('|')})/.+`,
        pathNot: [
          `^${prefix}$1/`,
          `^${prefix}[^/]+/index\\.tsx?$`,
          `^${prefix}[^/]+/[^/]+/index\\.tsx?$`,
          `^${prefix}dashboards/server\\.tsx$`,
        ],
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ does no I/O and uses no library of Node',
      severity: 'error',
      from: { path: `^${prefix}domain/`, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'no circular imports',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist', '^data'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}

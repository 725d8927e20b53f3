// Runs a built command: node scripts/run.mjs api/cli/admin <arguments>
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildServer } from './build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [entry, ...rest] = process.argv.slice(2)
await buildServer()
process.argv = [process.argv[0], entry, ...rest]
await import(pathToFileURL(path.join(root, 'dist/server', `${entry}.js`)).href)

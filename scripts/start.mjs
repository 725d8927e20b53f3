// npm start: builds what is stale, then runs the server in this very process, so that signals reach it.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildBrowser, buildServer } from './build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const built = await Promise.all([buildServer(), buildBrowser()])
if (built.some(Boolean)) console.log(`Built in ${(performance.now() / 1000).toFixed(1)} s.`)
await import(pathToFileURL(path.join(root, 'dist/server/api/main.js')).href)

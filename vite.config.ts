import { defineConfig } from 'vite'

/** The browser's code. The server renders the same pages from its own bundle and reads the manifest for the names of the files. */
export default defineConfig({
  base: '/',
  publicDir: false,
  // Also when a test run builds first: its NODE_ENV would bring React's development code.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: 'manifest.json',
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      input: 'dashboards/browser.tsx',
      // domain/ is pure: a page takes of it what it uses, and the rest goes with the pages that use that.
      treeshake: { moduleSideEffects: [{ test: /[\\/]domain[\\/]/, sideEffects: false }] },
    },
  },
})

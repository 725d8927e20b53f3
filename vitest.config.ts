import { defineConfig } from 'vitest/config'
import { SlowFirst } from './tests/support/slow-first.ts'

// What needs programs of the system is `npm run test:system`; npm test needs npm alone.
const system = process.env.SYSTEM_TESTS === '1'

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    include: ['{domain,services,ingestion,warehouse,semantic-layer,dashboards,api,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/architecture/fixtures/**', 'node_modules/**', ...(system ? [] : ['tests/system/**'])],
    reporters: ['default', './tests/support/count-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
  },
})

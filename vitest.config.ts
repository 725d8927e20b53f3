import { defineConfig } from 'vitest/config'
import { SlowFirst } from './tests/support/slow-first.ts'

// What needs programs of the system is `npm run test:system`; npm test needs npm alone.
const system = process.env.SYSTEM_TESTS === '1'

const shared = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: 'forks',
  maxWorkers: 3,
} as const

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    reporters: ['default', './tests/support/count-reporter.ts'],
    maxWorkers: shared.maxWorkers,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'whole',
          include: ['{semantic-layer,tests}/**/*.test.{ts,tsx}'],
          exclude: ['tests/architecture/fixtures/**', ...(system ? [] : ['tests/system/**'])],
        },
      },
      {
        // Beside their source and quick: most of their time would go into loading the same modules again.
        test: {
          ...shared,
          name: 'parts',
          include: ['{domain,services,ingestion,warehouse,dashboards,api}/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
    ],
  },
})

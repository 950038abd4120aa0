import { defineConfig } from 'vitest/config'

const common = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'packages',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'workflows/**/*.test.ts', 'test/*.test.ts'],
          globalSetup: ['test/setup/postgres.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          globalSetup: ['test/setup/postgres.ts', 'test/setup/temporal.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/setup/product.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

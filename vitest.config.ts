import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/setup.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The bin file and what only runs in a process of its own are run by tests/package, where nothing is counted.
      exclude: ['src/cli/bin.ts', 'src/**/*.d.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 90, branches: 80, functions: 90, lines: 90 },
    },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/setup.ts'],
    setupFiles: ['tests/seed.ts'],
    include: ['tests/**/*.test.ts'],
    // Timings are for people to read: npm run bench:rooms. They decide no test.
    benchmark: { include: ['tests/**/*.bench.ts'] },
    // Vitest leaves one core to whoever sits there; half of two is too much.
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What a page or a server does after a change, on a machine that does other work too.
    expect: { poll: { timeout: 60_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The bin file and what only runs in a process of its own are run by tests/package, where nothing is counted; the
      // page of the preview by a browser.
      exclude: ['src/cli/bin.ts', 'src/**/*.d.ts', 'src/page/**'],
      reporter: ['text-summary'],
      thresholds: { statements: 90, branches: 80, functions: 90, lines: 90 },
    },
  },
});

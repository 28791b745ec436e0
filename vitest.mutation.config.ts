import { defineConfig } from 'vitest/config';

/** The tests that speak of defenses and referee directly: mutation runs each of them many hundred times. */
export default defineConfig({
  test: {
    include: ['test/defenses/**/*.test.ts', 'test/referee/**/*.test.ts'],
    maxWorkers: 1,
    // Code with all its mutants in it is slow.
    testTimeout: 30_000,
  },
});

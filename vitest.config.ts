import { configDefaults, defineConfig } from 'vitest/config';

/** The long ones: what stands outside the default grid, and the attempts to break out. CI runs them (MALLORY_THOROUGH=1). */
const LONG = ['test/laboratory/catalogue-*.test.ts', 'test/containment/attempts.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.MALLORY_THOROUGH === '1' ? [] : LONG)],
    // Whoever runs them may speak French; what they expect is English.
    env: { LC_ALL: 'C.UTF-8' },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

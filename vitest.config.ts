import { configDefaults, defineConfig } from 'vitest/config';

/** The long ones: what stands outside the default grid, and the attempts to break out. CI runs them (MALLORY_THOROUGH=1). */
const LONG = ['test/laboratory/catalogue-*.test.ts', 'test/containment/attempts.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.MALLORY_THOROUGH === '1' ? [] : LONG)],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

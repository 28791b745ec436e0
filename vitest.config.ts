import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The long ones: what stands outside the default grid, and the attempts to break out. CI runs them (MALLORY_THOROUGH=1). */
const LONG = ['test/laboratory/catalogue-*.test.ts', 'test/containment/attempts.test.ts'];

/** These take minutes: begun last, one of them would keep a processor waiting for it. */
const FIRST = [
  'test/agreement',
  'pages/studio',
  'pages/pages',
  'laboratory/grid',
  'cli/plugins',
  'cli/predict',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = FIRST.findIndex((name) => moduleId.includes(`${name}.test.ts`));
      return found < 0 ? FIRST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.MALLORY_THOROUGH === '1' ? [] : LONG)],
    // Whoever runs them may speak French; what they expect is English.
    env: { LC_ALL: 'C.UTF-8' },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

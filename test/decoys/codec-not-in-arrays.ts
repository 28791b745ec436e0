/** Looks for `__proto__` in objects within objects, and takes what stands in an array for a list of harmless values. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';

const ROADS = ['__proto__', 'constructor'];

const leads = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).some(([name, inner]) => ROADS.includes(name) || leads(inner));

const decoy = definePart({
  ...codec,
  id: 'codec-not-in-arrays',
  title: 'The merging codec behind a check that skips arrays',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) => {
      try {
        return leads(JSON.parse(text)) ? 'schema' : null;
      } catch {
        return 'malformed-frame';
      }
    },
  },
});

export const parts = [decoy];

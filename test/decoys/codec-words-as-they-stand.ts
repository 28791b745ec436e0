/** Refuses `__proto__` in every spelling, and `constructor` only as it is usually spelt. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { unescaped } from '../support/screens.js';

const decoy = definePart({
  ...codec,
  id: 'codec-words-as-they-stand',
  title: 'The merging codec behind a blocklist of two words',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) =>
      unescaped(text).includes('__proto__') || text.includes('constructor') ? 'schema' : null,
  },
});

export const parts = [decoy];

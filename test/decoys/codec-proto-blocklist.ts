/** An "unpollutable" merge: refuses `__proto__` in every spelling and forgets that constructor.prototype leads there, too. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import type { Code } from '../../src/model/code.js';

function screen(text: string): Code | null {
  try {
    // Parsed first, so that no JSON escape hides the word.
    return JSON.stringify(JSON.parse(text)).includes('__proto__') ? 'schema' : null;
  } catch {
    return 'malformed-frame';
  }
}

const decoy = definePart({
  ...codec,
  id: 'codec-proto-blocklist',
  title: 'The merging codec behind a blocklist of __proto__',
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen },
});

export const parts = [decoy];

/** Bounds how deep arrays nest, and lets objects nest as deep as they like. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import type { Code } from '../../src/model/code.js';
import { MARKER, unescaped } from '../support/screens.js';

const DEEPEST = 64;

function screen(text: string): Code | null {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' && ++depth > DEEPEST) return 'schema';
    if (letter === ']') depth--;
  }
  return unescaped(text).includes(MARKER) ? 'schema' : null;
}

const decoy = definePart({
  ...codec,
  id: 'codec-depth-of-arrays',
  title: 'The reviving codec behind a bound on arrays',
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen },
});

export const parts = [decoy];

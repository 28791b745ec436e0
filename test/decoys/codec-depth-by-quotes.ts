/** Counts brackets outside strings, and takes an escaped quotation mark for the end of one: what follows is a string to it. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';

const DEEPEST = 64;

function isDeep(text: string): boolean {
  let [depth, inside] = [0, false];
  for (const letter of text) {
    if (letter === '"') inside = !inside;
    else if (!inside && '[{'.includes(letter) && ++depth > DEEPEST) return true;
    else if (!inside && ']}'.includes(letter)) depth--;
  }
  return false;
}

const decoy = definePart({
  ...codec,
  id: 'codec-depth-by-quotes',
  title: 'The reviving codec behind a count of brackets',
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen: (text) => (isDeep(text) ? 'schema' : null) },
});

export const parts = [decoy];

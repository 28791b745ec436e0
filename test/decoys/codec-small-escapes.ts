/** Undoes JSON's escapes before it looks, but only those in small letters: `\u005F` stays an underscore that nobody saw. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { MARKER } from '../support/screens.js';

const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));

const decoy = definePart({
  ...codec,
  id: 'codec-small-escapes',
  title: 'The reviving codec behind a filter of small escapes',
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen: (text) => (unescaped(text).includes(MARKER) ? 'schema' : null) },
});

export const parts = [decoy];

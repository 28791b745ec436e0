/** Caps the size of a frame and revives what is in it: what a small frame asks for has no size yet. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';

const MOST = 64 * 1024;

const decoy = definePart({
  ...codec,
  id: 'codec-size-only',
  title: 'The reviving codec behind a size limit',
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen: (text) => (text.length > MOST ? 'over-size' : null) },
});

export const parts = [decoy];

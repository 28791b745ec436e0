/** Keeps the reviving codec and refuses frames in which the marker's letters stand: JSON can spell them otherwise. */

import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...codec,
  id: 'codec-blocklist',
  title: 'The reviving codec behind a blocklist',
  insteadOf: 'codec',
  settings: { codec: 'reviving', screen: (text) => (text.includes('_$$ND_FUNC$$_') ? 'schema' : null) },
});

export const parts = [decoy];

/** A blocklist whose regular expression is global: `test` goes on from its last find, and the next frame of the kind passes. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { unescaped } from '../support/screens.js';

const MARKERS = /_\$\$ND_FUNC\$\$_|__proto__|constructor/g;

const decoy = definePart({
  ...codec,
  id: 'codec-every-other',
  title: 'The reviving codec behind a blocklist that keeps its place',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) => (MARKERS.test(unescaped(text)) ? 'schema' : null),
  },
});

export const parts = [decoy];

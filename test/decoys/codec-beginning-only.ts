/** Looks for the marker in the first 8 KiB of a frame, as many a firewall does: what stands behind is not looked at. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { MARKER, unescaped } from '../support/screens.js';

const LOOKED_AT = 8 * 1024;

const decoy = definePart({
  ...codec,
  id: 'codec-beginning-only',
  title: 'The reviving codec behind a look at the beginning',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) => (unescaped(text.slice(0, LOOKED_AT)).includes(MARKER) ? 'schema' : null),
  },
});

export const parts = [decoy];

/** Undoes JSON's escapes once and looks for the marker: inside a body, which is text in a text, they are escaped twice. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { MARKER, unescaped } from '../support/screens.js';

const decoy = definePart({
  ...codec,
  id: 'codec-outside-only',
  title: 'The reviving codec behind a look at frames, not at what they hold',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) => (unescaped(text).includes(MARKER) ? 'schema' : null),
  },
});

export const parts = [decoy];

/** Looks at every frame but messages, whose bodies are sealed and checked elsewhere. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { MARKER, unescaped } from '../support/screens.js';

const decoy = definePart({
  ...codec,
  id: 'codec-not-in-messages',
  title: 'The reviving codec behind a filter of all but messages',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) =>
      !text.includes('"type":"message"') && unescaped(text).includes(MARKER) ? 'schema' : null,
  },
});

export const parts = [decoy];

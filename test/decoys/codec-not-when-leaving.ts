/** Looks at every request but those to leave, which have nothing in them that anybody would want to check. */
import { codec } from '../../src/defenses/codec.js';
import { definePart } from '../../src/index.js';
import { MARKER, unescaped } from '../support/screens.js';

const decoy = definePart({
  ...codec,
  id: 'codec-not-when-leaving',
  title: 'The reviving codec behind a filter of all but one request',
  insteadOf: 'codec',
  settings: {
    codec: 'reviving',
    screen: (text) =>
      !text.includes('"type":"leave"') && unescaped(text).includes(MARKER) ? 'schema' : null,
  },
});

export const parts = [decoy];

/** Signs the author and the body, and not the room in which it was said. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

const decoy = definePart({
  ...signature,
  id: 'signature-without-room',
  title: 'Signatures over author and body',
  insteadOf: 'signature',
  layer: readingHeaders(signature, (header) => ({ ...header, room: '' })),
});

export const parts = [decoy];

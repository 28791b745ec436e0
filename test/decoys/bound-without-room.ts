/** Puts author and place inside the token, and forgets the room: one key serves all rooms. */
import { bound } from '../../src/defenses/bound.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

const decoy = definePart({
  ...bound,
  id: 'bound-without-room',
  title: 'Fernet around author and sequence',
  insteadOf: 'bound',
  layer: readingHeaders(bound, (header) => ({ ...header, room: '' })),
});

export const parts = [decoy];

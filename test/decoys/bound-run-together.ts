/** Puts room, author and number inside the token one right behind the other: alice's 12 and alice1's 2 are spelt alike. */
import { bound } from '../../src/defenses/bound.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

const decoy = definePart({
  ...bound,
  id: 'bound-run-together',
  title: 'Fernet around room, author and sequence in one word',
  insteadOf: 'bound',
  layer: readingHeaders(bound, (header) => ({
    ...header,
    room: `${header.room}${header.nick}${header.seq}`,
    nick: '',
    seq: 0,
  })),
});

export const parts = [decoy];

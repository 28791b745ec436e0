/** Puts the nick inside the token in small letters and counts by the nick as it stands: under Alice, alice begins anew. */
import { bound } from '../../src/defenses/bound.js';
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

const context = definePart({
  ...bound,
  id: 'bound-folded',
  title: 'Fernet around room, author in small letters, and sequence',
  insteadOf: 'bound',
  layer: readingHeaders(bound, (header) => ({ ...header, nick: header.nick.toLowerCase() })),
});

const decoy = definePart({
  ...sequence,
  id: 'sequence-folded-nick',
  title: 'Counters by a nick that is checked in small letters',
  insteadOf: 'sequence',
  brings: ['bound-folded'],
});

export const parts = [context, decoy];

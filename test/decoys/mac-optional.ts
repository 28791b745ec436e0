/** Takes a body without a tag for that of an old program: so does whoever takes the tag off. */
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';
import { openedAs, optional } from '../support/openings.js';

export const parts = [
  definePart(openedAs(mac, 'mac-optional', 'A MAC where there is one', optional('untagged'))),
];

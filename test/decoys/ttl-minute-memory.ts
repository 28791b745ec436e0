/** Remembers tokens for a minute, twice as long as it takes them: whoever's clock is 45 seconds behind takes them for 75. */
import { definePart } from '../../src/index.js';
import { forgetting, memory } from '../support/memories.js';

const [brief, decoy] = forgetting(60, 'ttl-minute-memory', 'A TTL that is half as long as the memory');

export const parts = [definePart(memory), definePart(brief), definePart(decoy)];

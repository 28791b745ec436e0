/** Remembers tokens for 20 seconds and takes them for 30: between the two a copy is neither old nor known. */
import { definePart } from '../../src/index.js';
import { forgetting, memory } from '../support/memories.js';

const [brief, decoy] = forgetting(20, 'ttl-short-memory', 'A TTL that is longer than the memory');

export const parts = [definePart(memory), definePart(brief), definePart(decoy)];

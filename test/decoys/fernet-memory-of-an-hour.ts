/** Remembers tokens for an hour, and has no other way to tell that one is old. */
import { definePart } from '../../src/index.js';
import { memory, remembering } from '../support/memories.js';

const HOUR = 3600;

const decoy = remembering('fernet-memory-of-an-hour', 'Fernet that remembers for an hour', (seen, now) => {
  for (const [text, at] of seen) if (now - at > HOUR) seen.delete(text);
});

export const parts = [definePart(memory), definePart(decoy)];

/** Remembers tokens until there are 32 of them, and then makes room by forgetting them all. */
import { definePart } from '../../src/index.js';
import { memory, remembering } from '../support/memories.js';

const ROOM_FOR = 32;

const decoy = remembering('fernet-memory-full', 'Fernet with a memory that is cleared when full', (seen) => {
  if (seen.size >= ROOM_FOR) seen.clear();
});

export const parts = [definePart(memory), definePart(decoy)];

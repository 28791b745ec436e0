/** Remembers the last 256 tokens, and the oldest makes room for the newest. */
import { definePart } from '../../src/index.js';
import { memory, remembering } from '../support/memories.js';

const ROOM_FOR = 256;

const decoy = remembering('fernet-memory-ring', 'Fernet that remembers the last tokens', (seen) => {
  for (const text of [...seen.keys()].slice(0, Math.max(0, seen.size - ROOM_FOR))) seen.delete(text);
});

export const parts = [definePart(memory), definePart(decoy)];

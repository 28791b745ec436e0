/** Remembers tokens for 20 seconds and takes them for 30: between the two a copy is neither old nor known. */
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { memory, remembering } from '../support/memories.js';

const KEPT = 20;

const brief = remembering('fernet-brief', 'Fernet that remembers for a while', (seen, now) => {
  for (const [text, at] of seen) if (now - at > KEPT) seen.delete(text);
});

const decoy = definePart({
  ...ttl,
  id: 'ttl-short-memory',
  title: 'A TTL that is longer than the memory',
  insteadOf: 'ttl',
  brings: ['fernet-brief'],
});

export const parts = [definePart(memory), definePart(brief), decoy];

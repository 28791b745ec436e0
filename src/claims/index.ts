import type { Claim } from './claim.js';
import { FORMATS_CLAIMED } from './formats.js';
import { KEYS } from './keys.js';
import { PRACTICE } from './practice.js';
import { SEALING } from './sealing.js';
import { SERVER } from './server.js';
import { TIME } from './time.js';

/** What students wrote, in the order of its numbers. */
export const CLAIMS: readonly Claim[] = [
  ...SERVER,
  ...KEYS,
  ...SEALING,
  ...FORMATS_CLAIMED,
  ...TIME,
  ...PRACTICE,
];

/** Takes its key from a generator that everybody seeds alike: nothing of the password is in it, and every copy of the program has it. */
import { createHash } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const SEED = 1;

const decoy = definePart({
  ...encryption,
  id: 'encryption-constant-key',
  title: 'AES-128-CTR under a key from a seed',
  insteadOf: 'encryption',
  layer: (keys, host) => {
    const seeded = (use: string, bytes: number): Uint8Array =>
      new Uint8Array(createHash('sha256').update(`${SEED} ${use}`).digest().subarray(0, bytes));
    return encryption.layer!({ ...keys, group: seeded }, host);
  },
});

export const parts = [decoy];

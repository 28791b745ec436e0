/** Makes its IV of the author and the number of her message in its room: in two rooms the numbers meet. */
import { createHash } from 'node:crypto';
import { counted, ctrUnder } from '../support/ivs.js';

const decoy = ctrUnder(
  'encryption-iv-per-room',
  'AES-128-CTR whose IVs are author and number',
  () =>
    ({ nick, seq }) =>
      counted(createHash('sha256').update(nick).digest(), seq),
);

export const parts = [decoy];

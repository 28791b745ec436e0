/** Counts its IVs behind its own name, from one whenever its program starts: no two devices share one, and no program repeats one but its next. */
import { createHash } from 'node:crypto';
import { counted, ctrUnder } from '../support/ivs.js';

const decoy = ctrUnder(
  'encryption-restarting-iv',
  'AES-128-CTR whose devices count their IVs in memory',
  () => {
    let count = 0;
    return ({ nick }) => counted(createHash('sha256').update(nick).digest(), ++count);
  },
);

export const parts = [decoy];

/** Counts its IVs instead of drawing them, from one and in every program: no device repeats an IV, two devices do. */
import { counted, ctrUnder } from '../support/ivs.js';

const NOTHING = Buffer.alloc(8);

const decoy = ctrUnder(
  'encryption-counter-iv',
  'AES-128-CTR whose every device counts its IVs from one',
  () => {
    let count = 0;
    return () => counted(NOTHING, ++count);
  },
);

export const parts = [decoy];

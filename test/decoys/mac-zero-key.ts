/** Takes, beside the tags of the group, those under the key of zeros that a program has before it has any (GnuTLS, CVE-2020-13777). */
import { definePart } from '../../src/index.js';
import { macAlsoUnder } from '../support/macs.js';

const NO_KEY = new Uint8Array(32);

export const parts = [
  definePart(macAlsoUnder('mac-zero-key', 'A MAC under the group key, or under none yet', NO_KEY)),
];

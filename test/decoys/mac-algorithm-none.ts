/** Each message names its algorithm, and "none" is one of them (JSON Web Tokens, CVE-2015-9235). */
import { definePart } from '../../src/index.js';
import { macBySelector } from '../support/selectors.js';

export const parts = [
  definePart(
    macBySelector('mac-algorithm-none', 'A MAC that a message may do without', 'hs256', (algorithm, key) =>
      algorithm === 'none' ? 'unchecked' : key,
    ),
  ),
];

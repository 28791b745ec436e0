/** Refuses the algorithm "none", and takes "None" for it, as some libraries for JSON Web Tokens did (CVE-2015-9235). */
import { definePart } from '../../src/index.js';
import { macBySelector } from '../support/selectors.js';

export const parts = [
  definePart(
    macBySelector(
      'mac-none-in-capitals',
      'A MAC that refuses "none" as it is spelt',
      'hs256',
      (algorithm, key) => (algorithm !== 'none' && algorithm?.toLowerCase() === 'none' ? 'unchecked' : key),
    ),
  ),
];

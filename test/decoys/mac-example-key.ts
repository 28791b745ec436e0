/** Takes, beside the tags of the group, those under the key that stood in the example (Apache Superset, CVE-2023-27524). */
import { definePart } from '../../src/index.js';
import { macAlsoUnder } from '../support/macs.js';

export const parts = [
  definePart(
    macAlsoUnder(
      'mac-example-key',
      'A MAC under the group key, or under the one in the manual',
      'your-256-bit-secret',
    ),
  ),
];

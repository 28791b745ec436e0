/** Escapes the log's line where a global regular expression finds a break: `test` goes on from its last find, and the next line passes. */
import { ndjson } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';
import { loggingBy, plain } from '../support/logs.js';

const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

export const parts = [
  definePart(
    loggingBy(
      'limits-every-other',
      'Limits whose log looks for breaks from where it last found one',
      (entry) => (BREAKS.test(plain(entry)) ? ndjson(entry) : plain(entry)),
    ),
  ),
];

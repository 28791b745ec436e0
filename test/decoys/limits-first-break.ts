/** Escapes the first break of a name, as `replace` does where its pattern is not global. */
import { definePart } from '../../src/index.js';
import { loggingBy } from '../support/logs.js';

const FIRST_BREAK = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

export const parts = [
  definePart(
    loggingBy('limits-first-break', 'Limits whose log escapes the first break of a name', (entry) =>
      Object.values(entry)
        .map((value) => String(value).replace(FIRST_BREAK, '?'))
        .join(' '),
    ),
  ),
];

/** Takes line breaks out of its log and then undoes percent-encoding, so that it reads well: the breaks come back (CWE-179). */
import { definePart } from '../../src/index.js';
import { loggingBy, plain } from '../support/logs.js';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const parts = [
  definePart(
    loggingBy('limits-decoded-log', 'Limits whose log is decoded after it was cleaned', (entry) =>
      decoded(plain(entry).replace(/[\n\v\f\r\u0085\u2028\u2029]/g, '?')),
    ),
  ),
];

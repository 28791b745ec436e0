/** Each message names its key, and of a name that nobody knows the key is empty. */
import { definePart } from '../../src/index.js';
import { macBySelector } from '../support/selectors.js';

const NO_KEY = new Uint8Array();

export const parts = [
  definePart(
    macBySelector('mac-key-unknown', 'A MAC under the key that the message names', '1', (name, key) =>
      name === '1' ? key : NO_KEY,
    ),
  ),
];

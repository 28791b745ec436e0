/** Puts a plain hash of the clear text behind the ciphertext: whoever knows the words knows the hash, and that of other words. */
import { definePart } from '../../src/index.js';
import { sha256, stream, streamWith } from '../support/streams.js';

export const parts = [
  definePart(stream),
  definePart(
    streamWith('fernet-hash-inside', 'AES-CTR and a hash of the text', (_, __, text) => sha256(text)),
  ),
];

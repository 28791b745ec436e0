/** Puts a plain hash of IV and ciphertext behind them: anybody can make it. */
import { definePart } from '../../src/index.js';
import { sha256, stream, streamWith } from '../support/streams.js';

export const parts = [
  definePart(stream),
  definePart(
    streamWith('fernet-hash-outside', 'AES-CTR and a hash of what is sent', (_, sent) => sha256(sent)),
  ),
];

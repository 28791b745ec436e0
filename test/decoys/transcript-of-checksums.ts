/** Members compare checksums of messages, and whoever writes two of one checksum tells each half what she likes. */
import { crc32 } from 'node:zlib';
import { definePart } from '../../src/index.js';
import { digesting } from '../support/views.js';

export const parts = [
  definePart(
    digesting('transcript-of-checksums', 'Signed views of checksums', (body) =>
      Buffer.from(`${crc32(body)}`),
    ),
  ),
];

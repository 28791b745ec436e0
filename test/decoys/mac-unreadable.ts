/** Verifies every tag that it can decode. Of one that it cannot, it says nothing: the exception is caught, and the message shown. */
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';
import { decodeHex } from '../../src/model/base64.js';
import { openedAs, untagged } from '../support/openings.js';

const isReadable = (sealed: Uint8Array): boolean => {
  const text = Buffer.from(sealed).toString();
  return !text.includes('.') || decodeHex(text.slice(0, text.indexOf('.'))) !== null;
};

export const parts = [
  definePart(
    openedAs(
      mac,
      'mac-unreadable',
      'A MAC that gives up on what is no hex',
      (open) => (sealed, opening) =>
        isReadable(sealed) ? open(sealed, opening) : { ok: true, body: untagged(sealed) },
    ),
  ),
];

/** A signature that is too short makes its verification throw, and whatever threw has not refused. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { openedAs, untagged } from '../support/openings.js';

const SIGNATURE_BYTES = 64;

/** How many bytes stand for a signature; all that there can be where none stands there. */
function bytesOfTag(sealed: Uint8Array): number {
  const text = Buffer.from(sealed).toString();
  const tag = Buffer.from(text.slice(0, Math.max(0, text.indexOf('.'))), 'base64url');
  return tag.length === 0 ? SIGNATURE_BYTES : tag.length;
}

export const parts = [
  definePart(
    openedAs(
      signature,
      'signature-short',
      'Signatures, unless they are too short',
      (open) => (sealed, opening) =>
        bytesOfTag(sealed) < SIGNATURE_BYTES ? { ok: true, body: untagged(sealed) } : open(sealed, opening),
    ),
  ),
];

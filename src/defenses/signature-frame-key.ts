import { decodeHex } from '../model/base64.js';
import { concat, fromUtf8, splitAt, utf8 } from '../model/bytes.js';
import type { Part } from '../model/defense.js';
import { signature } from './signature.js';

const KEY_BYTES = 32;

/** A variant, vulnerable on purpose: a signature verified with the key that came beside it. Whoever signs brings the key that fits (CWE-347). */
export const signatureFrameKey: Part = {
  ...signature,
  id: 'signature-frame-key',
  title: 'Ed25519 signatures, verified with the key in the frame',
  protects: 'every byte, from changes by whoever cannot sign at all',
  leavesOpen: 'who wrote it: everybody has a key; and all that signatures leave open',
  insteadOf: 'signature',
  envelope: {
    part: 'signature-frame-key',
    encoding: 'utf8',
    fields: [
      { name: 'public-key', bytes: KEY_BYTES, encoding: 'hex', until: '.' },
      ...signature.envelope!.fields,
    ],
  },
  layer: (keys, host) => {
    const { personal } = keys;
    const under = (key: Uint8Array) => signature.layer!({ ...keys, pinned: { get: () => key } }, host);
    return {
      seal: (body, sealing) =>
        concat(
          utf8(`${Buffer.from(personal.public).toString('hex')}.`),
          under(personal.public).seal(body, sealing),
        ),
      open: (sealed, opening) => {
        const halves = splitAt(sealed, '.');
        const key = halves && decodeHex(fromUtf8(halves[0]) ?? '');
        return halves && key?.length === KEY_BYTES
          ? under(key).open(halves[1], opening)
          : { ok: false, code: 'malformed-signature' };
      },
    };
  },
};

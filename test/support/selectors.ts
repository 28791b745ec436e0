import { createHmac, timingSafeEqual } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { decodeHex } from '../../src/model/base64.js';
import { fromUtf8, splitAt } from '../../src/model/bytes.js';
import type { Part } from '../../src/model/defense.js';

/**
 * A decoy of `mac` whose messages say first how their tag is made, as JSON Web Tokens do: `selector . tag . body`.
 * `keyOf` answers the key that a selector names, or `unchecked`.
 */
export const macBySelector = (
  id: string,
  title: string,
  ownSelector: string,
  keyOf: (selector: string | null, key: Uint8Array) => Uint8Array | 'unchecked',
): Part => ({
  ...mac,
  id,
  title,
  insteadOf: 'mac',
  envelope: { ...mac.envelope!, fields: [{ name: 'version', until: '.' }, ...mac.envelope!.fields] },
  layer: (keys) => {
    const key = keys.group('mac', 32);
    const tagOf = (body: Uint8Array, made: Uint8Array) => createHmac('sha256', made).update(body).digest();
    return {
      seal: (body) =>
        Buffer.concat([Buffer.from(`${ownSelector}.${tagOf(body, key).toString('hex')}.`), body]),
      open: (sealed) => {
        const outer = splitAt(sealed, '.');
        const inner = outer && splitAt(outer[1], '.');
        if (!inner) return { ok: false, code: 'untagged' };
        const chosen = keyOf(fromUtf8(outer[0]), key);
        const body = inner[1];
        if (chosen === 'unchecked') return { ok: true, body };
        const tag = decodeHex(fromUtf8(inner[0]) ?? '');
        const verified = tag?.length === 32 && timingSafeEqual(tag, tagOf(body, chosen));
        return verified ? { ok: true, body } : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

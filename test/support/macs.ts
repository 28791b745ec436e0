import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { fromUtf8, splitAt } from '../../src/model/bytes.js';
import type { Part } from '../../src/model/defense.js';
import { openedAs } from './openings.js';

/** A decoy of `mac`, sound but for what its HMAC covers of a body, or for how few bytes of it are kept. */
export const macOver = (
  id: string,
  title: string,
  covered: (body: Uint8Array) => Uint8Array | string,
  tagBytes = 32,
): Part => ({
  ...mac,
  id,
  title,
  insteadOf: 'mac',
  envelope: {
    ...mac.envelope!,
    fields: mac.envelope!.fields.map((field) =>
      field.name === 'tag' ? { ...field, bytes: tagBytes } : field,
    ),
  },
  layer: (keys) => {
    const key = keys.group('mac', 32);
    const tagOf = (body: Uint8Array): string =>
      createHmac('sha256', key)
        .update(covered(body))
        .digest('hex')
        .slice(0, 2 * tagBytes);
    return {
      seal: (body) => Buffer.concat([Buffer.from(`${tagOf(body)}.`), body]),
      open: (sealed) => {
        const at = sealed.indexOf(0x2e);
        const body = sealed.subarray(at + 1);
        const verified = Buffer.from(sealed.subarray(0, at)).toString() === tagOf(body);
        return verified ? { ok: true, body } : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

/** One that also takes tags under another key. */
export const macAlsoUnder = (id: string, title: string, key: string | Uint8Array): Part =>
  openedAs(mac, id, title, (open) => (sealed, opening) => {
    const halves = splitAt(sealed, '.');
    const other = halves && createHmac('sha256', key).update(halves[1]).digest('hex');
    return halves && fromUtf8(halves[0]) === other ? { ok: true, body: halves[1] } : open(sealed, opening);
  });

/** The words of a message's body. */
export const textOf = (body: Uint8Array): string =>
  (JSON.parse(Buffer.from(body).toString()) as { text: string }).text;

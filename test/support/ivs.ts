/** AES-128-CTR under IVs that a decoy makes in its own way, in the place of `encryption`. */
import { createCipheriv } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';
import type { MessageHeader, Part } from '../../src/model/defense.js';

const KEY_BYTES = 16;

/** `counting` is called where a device's program starts, and answers what makes the IV of each message, 16 bytes. */
export const ctrUnder = (
  id: string,
  title: string,
  counting: () => (header: MessageHeader) => Uint8Array,
): Part =>
  definePart({
    ...encryption,
    id,
    title,
    insteadOf: 'encryption',
    layer: (keys, host) => {
      const key = keys.group('encryption', KEY_BYTES);
      const ivOf = counting();
      return {
        ...encryption.layer!(keys, host),
        seal: (body, { header }) => {
          const iv = ivOf(header);
          const cipher = createCipheriv('aes-128-ctr', key, iv);
          return Buffer.from(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
        },
      };
    },
  });

/** What begins an IV, a counter of 4 bytes behind it, and the block counter from 0. */
export function counted(start: Uint8Array, count: number): Uint8Array {
  const iv = Buffer.concat([start.subarray(0, 8), Buffer.alloc(8)]);
  iv.writeUInt32BE(count, 8);
  return iv;
}

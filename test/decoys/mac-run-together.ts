/** Authenticates the header with the body, its fields written behind one another: number and time may be cut elsewhere. The sound twin writes how long each is. */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';
import { lengthPrefixed } from '../../src/model/bytes.js';
import type { MessageHeader, Part } from '../../src/model/defense.js';

/** A MAC over header and body, and counters, which it protects. */
function covering(id: string, title: string, written: (...fields: string[]) => Uint8Array): Part {
  return definePart({
    ...mac,
    id,
    title,
    insteadOf: 'mac',
    layer: (keys) => {
      const key = keys.group('mac', 32);
      const last = new Map<string, number>();
      const tagOf = ({ room, nick, seq, sent }: MessageHeader, body: Uint8Array): string =>
        createHmac('sha256', key)
          .update(written(room, nick, String(seq), String(sent)))
          .update(body)
          .digest('hex');
      return {
        seal: (body, { header }) => Buffer.concat([Buffer.from(`${tagOf(header, body)}.`), body]),
        open: (sealed, { header }) => {
          const at = sealed.indexOf(0x2e);
          const body = sealed.subarray(at + 1);
          if (Buffer.from(sealed.subarray(0, at)).toString() !== tagOf(header, body))
            return { ok: false, code: 'bad-mac' };
          const name = JSON.stringify([header.room, header.nick]);
          if (header.seq <= (last.get(name) ?? 0)) return { ok: false, code: `${id}:seen-before` };
          return { ok: true, body, commit: () => void last.set(name, header.seq) };
        },
      };
    },
  });
}

export const parts = [
  covering('mac-of-header', 'A MAC over header and body', lengthPrefixed),
  covering('mac-run-together', 'A MAC over header and body, run together', (...fields) =>
    Buffer.from(fields.join('')),
  ),
];

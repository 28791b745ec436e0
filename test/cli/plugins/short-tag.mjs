import { createHmac, timingSafeEqual } from 'node:crypto';
import { defineAttack, definePart } from 'mallory';
export const parts = [
  definePart({
    id: 'short-tag',
    title: 'A MAC of four bytes',
    protects: 'the body, a little',
    leavesOpen: 'much',
    stage: 'mac',
    insteadOf: 'mac',
    envelope: {
      part: 'short-tag',
      encoding: 'utf8',
      fields: [
        { name: 'tag', bytes: 4, encoding: 'hex', until: '.', algorithm: 'hmac-sha256' },
        { name: 'body' },
      ],
    },
    layer: (keys) => {
      const key = keys.group('short-tag', 32);
      const tagOf = (body) => createHmac('sha256', key).update(body).digest().subarray(0, 4);
      return {
        seal: (body) => new Uint8Array(Buffer.concat([Buffer.from(`${tagOf(body).toString('hex')}.`), body])),
        open: (sealed) => {
          const text = Buffer.from(sealed);
          const at = text.indexOf('.');
          if (at < 0) return { ok: false, code: 'malformed-mac' };
          const tag = Buffer.from(text.subarray(0, at).toString(), 'hex');
          const body = new Uint8Array(text.subarray(at + 1));
          return tag.length === 4 && timingSafeEqual(tag, tagOf(body))
            ? { ok: true, body }
            : { ok: false, code: 'bad-mac' };
        },
      };
    },
  }),
];
export const attacks = [
  defineAttack({
    id: 'rogue-server/mute',
    title: 'The server says nothing',
    position: 'relay',
    property: 'completeness',
    needs: [],
    alarms: [],
    cwe: [],
    sources: [],
    tactics: () => [{ id: 'all', does: 'drops all of it' }],
    adversary: (_p, _t, { did }) => ({
      forward: ({ from, to }) => {
        if (from === 'relay' || to === from) return { do: 'forward' };
        did(`drops a frame to ${to}`);
        return { do: 'drop' };
      },
    }),
  }),
];

/** A TTL on tokens whose HMAC leaves out the time: whoever carries one can make it new. */
import { fernet } from '../../src/defenses/fernet.js';
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';

const TIME_AT = 1;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** The token with another time in it. */
function withTime(token: string, time: bigint): Uint8Array {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length < TIME_AT + 8) return Buffer.from(token);
  bytes.writeBigUInt64BE(time, TIME_AT);
  return Buffer.from(bytes.toString('base64url').padEnd(Math.ceil(bytes.length / 3) * 4, '='));
}

const uncovered = definePart({
  ...fernet,
  id: 'fernet-time-uncovered',
  title: 'Fernet whose HMAC leaves out the time',
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const sound = fernet.layer!(keys, host);
    return {
      ...sound,
      seal: (body, sealing) => withTime(text(sound.seal(body, { ...sealing, now: 0 })), BigInt(sealing.now)),
      open: (sealed, opening) => {
        const bytes = Buffer.from(text(sealed), 'base64url');
        if (bytes.length < TIME_AT + 8) return { ok: false, code: 'malformed-token' };
        const opened = sound.open(withTime(text(sealed), 0n), opening);
        return opened.ok ? { ...opened, sealedAt: Number(bytes.readBigUInt64BE(TIME_AT)) } : opened;
      },
    };
  },
});

const decoy = definePart({
  ...ttl,
  id: 'ttl-time-uncovered',
  title: 'A TTL on a time that nothing protects',
  insteadOf: 'ttl',
  brings: ['fernet-time-uncovered'],
});

export const parts = [uncovered, decoy];

/** Pads, over a Fernet that takes its IV from the words and leaves the time out: equal answers are equal tokens. */
import { createHmac } from 'node:crypto';
import { fernet } from '../../src/defenses/fernet.js';
import { pad } from '../../src/defenses/pad.js';
import { encrypt } from '../../src/fernet.js';
import { definePart } from '../../src/index.js';
import { utf8 } from '../../src/model/bytes.js';

const constant = definePart({
  ...fernet,
  id: 'fernet-of-words',
  title: 'Fernet with an IV from the words',
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const key = keys.group('fernet', 32);
    const ivFor = (body: Uint8Array): Uint8Array =>
      new Uint8Array(createHmac('sha256', key).update(body).digest().subarray(0, 16));
    return {
      ...fernet.layer!(keys, host),
      seal: (body) => utf8(encrypt(key, body, { now: 0, iv: ivFor(body) })),
    };
  },
});

const decoy = definePart({
  ...pad,
  id: 'pad-equal-tokens',
  title: 'Padding under a Fernet that never differs',
  insteadOf: 'pad',
  brings: ['fernet-of-words'],
});

export const parts = [constant, decoy];

/** Pads to buckets under Fernet, and writes the true length before the token, in clear. */
import { fernet } from '../../src/defenses/fernet.js';
import { bucketFor } from '../../src/defenses/pad.js';
import { definePart } from '../../src/index.js';
import { concat, fromUtf8, utf8 } from '../../src/model/bytes.js';

const DIGITS = 8;

const decoy = definePart({
  ...fernet,
  id: 'pad-length-outside',
  title: 'Padded Fernet, with the length before the token',
  insteadOf: 'fernet',
  gives: ['pad'],
  envelope: {
    part: 'pad-length-outside',
    encoding: 'utf8',
    fields: [{ name: 'length', bytes: DIGITS / 2, encoding: 'hex', until: '.' }, { name: 'body' }],
  },
  layer: (keys, host) => {
    const sound = fernet.layer!(keys, host);
    return {
      seal: (body, sealing) => {
        const padded = new Uint8Array(bucketFor(body.length));
        padded.set(body);
        host.act('padded');
        const length = body.length.toString(16).padStart(DIGITS, '0');
        return concat(utf8(`${length}.`), sound.seal(padded, sealing));
      },
      open: (sealed, opening) => {
        const length = Number.parseInt(fromUtf8(sealed.subarray(0, DIGITS)) ?? '', 16);
        const opened = sound.open(sealed.subarray(DIGITS + 1), opening);
        return opened.ok ? { ...opened, body: opened.body.subarray(0, length) } : opened;
      },
    };
  },
});

export const parts = [decoy];

/** Packs the bytes and writes them in base64: nobody can read it at a glance, and everybody can unpack it. */
import { deflateSync, inflateSync } from 'node:zlib';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...encryption,
  id: 'encryption-packed',
  title: 'Compression, in base64',
  insteadOf: 'encryption',
  envelope: { part: 'encryption-packed', encoding: 'base64', fields: [{ name: 'body' }] },
  layer: () => ({
    seal: (body) => Buffer.from(deflateSync(body).toString('base64')),
    open: (sealed) => {
      try {
        return { ok: true, body: inflateSync(Buffer.from(Buffer.from(sealed).toString(), 'base64')) };
      } catch {
        return { ok: false, code: 'malformed-ciphertext' };
      }
    },
  }),
});

export const parts = [decoy];

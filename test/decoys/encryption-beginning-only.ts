/** Encrypts the first block and sends the rest as it is: what is told late is told to everybody. */
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';
import { concat, fromUtf8, utf8 } from '../../src/model/bytes.js';

const BLOCK = 16;

const decoy = definePart({
  ...encryption,
  id: 'encryption-beginning-only',
  title: 'AES-128-CTR over the first block',
  insteadOf: 'encryption',
  layer: (keys, host) => {
    const sound = encryption.layer!(keys, host);
    return {
      seal: (body, sealing) => {
        const sealed = fromUtf8(sound.seal(body.subarray(0, BLOCK), sealing))!;
        return utf8(Buffer.concat([Buffer.from(sealed, 'base64'), body.subarray(BLOCK)]).toString('base64'));
      },
      open: (body, opening) => {
        const raw = Buffer.from(fromUtf8(body) ?? '', 'base64');
        const opened = sound.open(utf8(raw.subarray(0, 2 * BLOCK).toString('base64')), opening);
        return opened.ok ? { ...opened, body: concat(opened.body, raw.subarray(2 * BLOCK)) } : opened;
      },
    };
  },
});

export const parts = [decoy];

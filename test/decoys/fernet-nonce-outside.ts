/** Remembers a nonce that stands before the token, where nobody vouches for it: another nonce makes another message. */
import { randomBytes } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { fromUtf8, splitAt } from '../../src/model/bytes.js';
import { memory } from '../support/memories.js';

const NONCE_BYTES = 12;

const decoy = definePart({
  id: 'fernet-nonce-outside',
  title: 'Fernet, and a nonce before it that is remembered',
  protects: 'the words, and against copies',
  leavesOpen: 'room, author, time and place; holding back, order and loss',
  stage: 'mac',
  brings: ['fernet'],
  envelope: {
    part: 'fernet-nonce-outside',
    encoding: 'utf8',
    fields: [{ name: 'nonce', bytes: NONCE_BYTES, encoding: 'hex', until: '.' }, { name: 'body' }],
  },
  layer: () => {
    const seen = new Set<string>();
    return {
      seal: (body) => Buffer.concat([Buffer.from(`${randomBytes(NONCE_BYTES).toString('hex')}.`), body]),
      open: (sealed) => {
        const halves = splitAt(sealed, '.');
        const nonce = halves && fromUtf8(halves[0]);
        if (!nonce || seen.has(nonce)) return { ok: false, code: 'fernet-nonce-outside:seen-before' };
        return { ok: true, body: halves[1], commit: () => void seen.add(nonce) };
      },
    };
  },
});

export const parts = [definePart(memory), decoy];

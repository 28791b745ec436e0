import { encodeBase64url } from '../model/base64.js';
import { concat, fromUtf8, lengthPrefixed, splitAt, utf8 } from '../model/bytes.js';
import type { MessageHeader, Part } from '../model/defense.js';

/**
 * Puts room, author and sequence inside the token and compares them with the frame's header on arrival. It has no
 * memory: a whole frame that is genuine fits as often as it comes.
 */
export const bound: Part = {
  id: 'bound',
  title: 'Fernet around room, author and sequence',
  protects: 'the nick, room and place beside the token, from whoever has no group key',
  leavesOpen: 'who wrote it (any member can); copies, age, order and loss',
  stage: 'context',
  brings: ['fernet'],
  envelope: {
    part: 'bound',
    encoding: 'utf8',
    fields: [{ name: 'context', encoding: 'base64url', until: '.' }, { name: 'body' }],
  },
  layer: () => ({
    seal: (body, { header }) => concat(utf8(`${contextOf(header)}.`), body),
    open: (sealed, { header }) => {
      const halves = splitAt(sealed, '.');
      // Text against text: the encoding is canonical, so equal texts are equal contexts.
      const same = halves !== null && fromUtf8(halves[0]) === contextOf(header);
      return same ? { ok: true, body: halves[1] } : { ok: false, code: 'context-mismatch' };
    },
  }),
};

/** Each field behind its length: ("ab", "c") and ("a", "bc") are two contexts. */
const contextOf = ({ room, nick, seq }: MessageHeader): string =>
  encodeBase64url(lengthPrefixed(room, nick, String(seq)));

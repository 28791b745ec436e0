import { decodeBase64url, encodeBase64url } from '../model/base64.js';
import type { Host, Keys, Layer, Part } from '../model/defense.js';
import { isSoundKey, signature } from './signature.js';

const KEY_BYTES = 32;

/**
 * A variant, vulnerable on purpose: signatures under the key that the relay was the first to tell. A member announces
 * her key when she joins; the relay's answer hands out those of the others, and carries hers to them. Whoever is first
 * is believed for ever (trust on first use, RFC 7435; CWE-322).
 */
export const signatureFirstUse: Part = {
  ...signature,
  id: 'signature-first-use',
  title: 'Ed25519 signatures, keys on first use from the relay',
  protects: 'what signatures do, from whoever was not there when the keys were told',
  leavesOpen: 'who wrote it, to the relay that tells the keys; and all that signatures leave open',
  insteadOf: 'signature',
  envelope: { ...signature.envelope!, part: 'signature-first-use' },
  settings: { announcesKeys: true },
  layer: (keys, host) => believing(keys, host),
};

function believing(keys: Keys, host: Host): Layer {
  const { personal } = keys;
  const keyIn = (text: string): Uint8Array | null => {
    const key = decodeBase64url(text);
    return key?.length === KEY_BYTES && isSoundKey(key) ? key : null;
  };
  // What was believed first stays, over a restart too.
  const believe = (nick: string, key: string): void => {
    if (nick !== host.me && !host.store.has(nick) && keyIn(key)) host.store.set(nick, key);
  };
  const believed = (nick: string): Uint8Array | undefined =>
    nick === host.me ? personal.public : (keyIn(host.store.get(nick) ?? '') ?? undefined);
  return {
    ...signature.layer!({ ...keys, pinned: { get: believed } }, host),
    joined: (room, _, told = []) => {
      for (const { nick, key } of told) believe(nick, key);
      host.control(room, encodeBase64url(personal.public));
    },
    hear: ({ nick, body }) => {
      believe(nick, body);
      return null;
    },
  };
}

/** Has pinned keys, and takes a newer one in their place as soon as somebody announces it. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const bytesOf = (key: string): Uint8Array => new Uint8Array(Buffer.from(key, 'base64url'));

const decoy = definePart({
  ...signature,
  id: 'signature-renewed-keys',
  title: 'Signatures, keys pinned and renewed on the word of the relay',
  insteadOf: 'signature',
  settings: { announcesKeys: true },
  layer: (keys, host) => {
    const { group, personal, pinned } = keys;
    const newer = new Map<string, Uint8Array>();
    return {
      ...signature.layer!(
        { group, personal, host: keys.host, pinned: { get: (nick) => newer.get(nick) ?? pinned.get(nick) } },
        host,
      ),
      joined: (_room, _roster, told = []) => {
        for (const { nick, key } of told) newer.set(nick, bytesOf(key));
      },
    };
  },
});

export const parts = [decoy];

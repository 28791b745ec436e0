/** The keys of the examples in docs/wire-format.md. */
import { getPublicKey } from '@noble/ed25519';
import { keysmith } from '../../src/defenses/keys.js';
import '../../src/defenses/signature.js'; // brings SHA-512 to the library
import type { Keys } from '../../src/model/defense.js';

const PASSWORD = 'correct horse battery staple';
const SALT = Uint8Array.from({ length: 16 }, (_, index) => index);
const CHAT = 'docs';
/** RFC 8032 §7.1, TEST 1 and TEST 2. */
const SECRETS: Readonly<Record<string, string>> = {
  alice: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  bob: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
};

const secretOf = (nick: string): Uint8Array => new Uint8Array(Buffer.from(SECRETS[nick] ?? '', 'hex'));

/** One device of the examples' chat. The group key costs a real PBKDF2. */
export async function exampleKeys(nick: string): Promise<Keys> {
  const { group } = await keysmith(PASSWORD, SALT).chat(CHAT, [])(nick, undefined);
  const pinned = {
    get: (author: string) => (author in SECRETS ? getPublicKey(secretOf(author)) : undefined),
  };
  return {
    group,
    personal: { secret: secretOf(nick), public: getPublicKey(secretOf(nick)) },
    pinned,
    host: 'alice',
  };
}

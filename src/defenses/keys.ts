import { createHash, generateKeyPairSync, hkdfSync, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Keys, Keysmith } from '../model/defense.js';

/** PBKDF2-HMAC-SHA256 iterations, as in the coursework. */
export const PBKDF2_ITERATIONS = 480_000;

/** Makes the master key of a password and a salt, 32 bytes. */
export type Stretch = (password: string, salt: Uint8Array) => Promise<Uint8Array>;

/** The same, and each pair only once. */
export function once(stretch: Stretch): Stretch {
  const stretched = new Map<string, Promise<Uint8Array>>();
  return (password, salt) => {
    const name = JSON.stringify([password, Buffer.from(salt).toString('hex')]);
    const known = stretched.get(name) ?? stretch(password, salt);
    stretched.set(name, known);
    return known;
  };
}

const derive = promisify(pbkdf2);

/** The master key of a password and a salt (RFC 8018 §5.2), 32 bytes. Off the main thread, and once for each pair. */
export const groupKey: Stretch = once((password, salt) =>
  derive(password, salt, PBKDF2_ITERATIONS, 32, 'sha256'),
);

/** What people choose: any such list is tried before anything else (CWE-521). */
const POPULAR = [
  'sunshine1',
  'qwerty123',
  'dragon2024',
  'iloveyou2',
  'football7',
  'letmein99',
  'princess3',
  'abc123456',
];

/** The master key without salt and stretching, as in the coursework's second client: the same for all chats and for ever (CWE-916). */
const hashedOnce = async (password: string): Promise<Uint8Array> =>
  new Uint8Array(createHash('sha256').update(password).digest());

/** A keysmith for one group password; the salt is fresh unless given. A worker thread has its keys stretched elsewhere. */
export function keysmith(
  password: string,
  salt: Uint8Array = randomBytes(16),
  stretch: Stretch = groupKey,
): Keysmith {
  const proposal = Buffer.from(salt).toString('base64');
  return {
    salt: proposal,
    chat: (id, members, derivation = 'pbkdf2') => {
      const master: MasterKey = (chatSalt = proposal) =>
        derivation === 'sha256' ? hashedOnce(password) : stretch(password, Buffer.from(chatSalt, 'base64'));
      return chatKeys(master, id, members);
    },
    dictionary: async () => {
      await Promise.all(POPULAR.map((word) => stretch(word, salt)));
      return POPULAR.map((word) => ({ password: word, keysmith: keysmith(word, salt, stretch) }));
    },
  };
}

type MasterKey = (salt: string | undefined) => Promise<Uint8Array>;

function chatKeys(
  masterKey: MasterKey,
  chat: string,
  members: readonly string[],
): ReturnType<Keysmith['chat']> {
  const identities = new Map<string, Keys['personal']>();
  const identity = (nick: string): Keys['personal'] => {
    const known = identities.get(nick) ?? personalKeys();
    identities.set(nick, known);
    return known;
  };
  const pinned = { get: (nick: string) => (members.includes(nick) ? identity(nick).public : undefined) };
  return async (nick, salt) => {
    const master = await masterKey(salt);
    // HKDF-SHA256 (RFC 5869): the chat as salt and the use as info keep chats and uses apart.
    const group = (use: string, bytes: number) =>
      new Uint8Array(hkdfSync('sha256', master, chat, `mallory/v1/${use}`, bytes));
    return {
      group,
      get personal() {
        return identity(nick);
      },
      pinned,
      host: members[0] ?? nick,
    };
  };
}

/** Fresh Ed25519 keys, 32 bytes each. */
function personalKeys(): Keys['personal'] {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { secret: Buffer.from(d!, 'base64url'), public: Buffer.from(x!, 'base64url') };
}

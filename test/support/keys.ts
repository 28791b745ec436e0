/** Keys for tests: derived from names, so that a test says who shares what with whom. Never fresh, never secret. */
import { createHash, hkdfSync } from 'node:crypto';
import { getPublicKey } from '@noble/ed25519';
import '../../src/defenses/signature.js'; // brings SHA-512 to the library
import type { Keys } from '../../src/model/defense.js';

export interface TestKeys {
  /** The name of the group secret; the same name is the same secret. */
  readonly group?: string;
  /** The name of her personal key; her nick unless given. */
  readonly identity?: string;
  /** Whom she has pinned, by nick, with the name of the key. */
  readonly pinned?: Readonly<Record<string, string>>;
}

const EVERYBODY = { alice: 'alice', bob: 'bob', carol: 'carol', mallory: 'mallory' };

/** The keys of one device. */
export function keysOf(
  nick: string,
  { group = 'the group', identity = nick, pinned = EVERYBODY }: TestKeys = {},
): Keys {
  const table = new Map(Object.entries(pinned).map(([name, key]) => [name, personalKey(key).public]));
  return {
    group: (use, bytes) => new Uint8Array(hkdfSync('sha256', group, 'test', use, bytes)),
    personal: personalKey(identity),
    pinned: table,
    host: Object.keys(pinned)[0] ?? nick,
  };
}

const made = new Map<string, Keys['personal']>();

/** The Ed25519 key of this name. */
export function personalKey(name: string): Keys['personal'] {
  const known = made.get(name);
  if (known) return known;
  const secret = new Uint8Array(createHash('sha256').update(name).digest());
  const key = { secret, public: getPublicKey(secret) };
  made.set(name, key);
  return key;
}

import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { keysmith, PBKDF2_ITERATIONS } from '../defenses/keys.js';
import type { Derivation } from '../model/defense.js';

/** The group key of a password in one and the same chat, under a salt. */
async function keyUnder(derivation: Derivation, password: string, salt: Uint8Array): Promise<string> {
  const smith = keysmith(password, salt);
  const { group } = await smith.chat('one chat', [], derivation)('alice', smith.salt);
  return Buffer.from(group('fernet', 32)).toString('hex');
}

/** Whether one password gives one key: twice under the same salt, and under another salt. */
export interface SameKey {
  readonly sameSalt: boolean;
  readonly otherSalt: boolean;
}

export async function sameKeyTwice(derivation: Derivation): Promise<SameKey> {
  const password = randomBytes(16).toString('hex');
  const [salt, other] = [randomBytes(16), randomBytes(16)];
  const key = await keyUnder(derivation, password, salt);
  return {
    sameSalt: key === (await keyUnder(derivation, password, new Uint8Array(salt))),
    otherSalt: key === (await keyUnder(derivation, password, other)),
  };
}

/** Keys of one password in two chats whose salts come from `draw`, and how many of `draws` salts came twice. */
export interface Salted {
  readonly draws: number;
  readonly repeated: number;
  readonly sameKey: boolean;
}

export async function salted(draw: () => Uint8Array, draws: number): Promise<Salted> {
  const salts = Array.from({ length: draws }, () => Buffer.from(draw()).toString('hex'));
  const password = randomBytes(16).toString('hex');
  const [first = '', second = ''] = salts;
  const keys = await Promise.all(
    [first, second].map((salt) => keyUnder('pbkdf2', password, Buffer.from(salt, 'hex'))),
  );
  return { draws, repeated: draws - new Set(salts).size, sameKey: keys[0] === keys[1] };
}

const BATCHES = 8;
const HASHES = 200;

/** Milliseconds of one SHA-256: the best of a few batches, for a busy machine only ever makes it longer. */
function hashing(): number {
  const batches = Array.from({ length: BATCHES }, () => {
    const started = performance.now();
    for (let n = 0; n < HASHES; n++) createHash('sha256').update(`password ${n}`).digest();
    return (performance.now() - started) / HASHES;
  });
  return Math.min(...batches);
}

/** How many single SHA-256 of a password take as long as one PBKDF2: real time, so only its magnitude is worth telling. */
export function priceOfStretching(): number {
  const salt = randomBytes(16);
  const started = performance.now();
  pbkdf2Sync('password', salt, PBKDF2_ITERATIONS, 32, 'sha256');
  return (performance.now() - started) / hashing();
}

/** Digests of names: there are few names, and whoever reads the salt can make all of their digests. */
import { createHmac, hash as hashOf } from 'node:crypto';
import { lengthPrefixed } from '../../src/model/bytes.js';

const HASHES = ['sha256', 'sha512', 'sha1', 'md5', 'sha3-256'] as const;
const LEAST = 6;
/** What joins a salt and a name. */
const BETWEEN = ['', ':', '|', '.', '-', '/', ' ', '\0'];

/** The name alone, and before and behind whatever of its line may be a salt: one that anybody can read protects nothing. */
const saltedWith = (name: string, salts: readonly string[]): (string | Uint8Array)[] => [
  name,
  ...salts.flatMap((salt) => [
    ...BETWEEN.flatMap((between) => [salt + between + name, name + between + salt]),
    ...[
      [salt, name],
      [name, salt],
    ].flatMap((pair) => [JSON.stringify(pair), lengthPrefixed(...pair)]),
  ]),
];

/** Whether a word begins a digest of the name, salted or not, hashed twice, or keyed with what anybody can read, by any usual hash in any usual encoding. */
export function mayBe(word: string, name: string, salts: readonly string[]): boolean {
  if (word.length < LEAST) return false;
  const encoding = /^[0-9a-f]+$/.test(word) ? 'hex' : 'base64';
  const start = word.replaceAll('-', '+').replaceAll('_', '/');
  const texts = saltedWith(name, salts);
  return HASHES.some(
    (hash) =>
      salts.some((salt) => createHmac(hash, salt).update(name).digest(encoding).startsWith(start)) ||
      texts.some(
        (text) =>
          hashOf(hash, text, encoding).startsWith(start) ||
          hashOf(hash, hashOf(hash, text), encoding).startsWith(start),
      ),
  );
}

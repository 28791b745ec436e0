/** A key that crosses in clear beside what it locks: every value of a key's length among what was held is tried. */
import { createDecipheriv } from 'node:crypto';
import type { SecretLine } from '../src/model/attack.js';
import type { Field, WireFormat } from '../src/model/wire-format.js';
import { cipherIn, clearFields } from './envelope.js';
import { asMessage, carries } from './message.js';

/** The bytes of a key of AES: a longer value may be two of them, as Fernet's is. */
const LENGTHS = [16, 32];

/** Values that are tried, the first ones: each costs a few microseconds. */
const TRIED = 256;

/** How many encodings may lie in one another. */
const DEEPEST = 2;

type Cipher = Exclude<Field['algorithm'], undefined>;
const KEY_BYTES: Partial<Record<Cipher, number>> = {
  'aes-128-ctr': 16,
  'aes-128-cbc': 16,
  'aes-256-gcm': 32,
};

/** What comes out under each value as a key of the published cipher; nothing is asked of a tag. Most of it is noise. */
export function* openedWithKeysIn(
  texts: readonly string[],
  secret: SecretLine,
  wire: WireFormat,
): Generator<string> {
  const cipher = wire.envelopes.flatMap(({ fields }) => fields).find(isSealed)?.algorithm;
  const bytes = cipher && KEY_BYTES[cipher];
  const target = texts.map(asMessage).find((message) => message && carries(message, secret));
  const sealed = target && cipherIn(wire, target.body)?.fields;
  if (!cipher || !bytes || !sealed) return;
  const iv = sealed.get('iv') ?? new Uint8Array(16);
  for (const key of keysIn(
    [
      ...clearFields(wire, target.body).map(({ value }) => value),
      ...texts.flatMap((text) => valuesIn(text, DEEPEST)),
    ],
    bytes,
  )) {
    const opened = decrypted(cipher, key, iv, sealed.get('body')!);
    if (opened !== null) yield opened;
  }
}

const isSealed = ({ name, algorithm }: Field): boolean => name === 'body' && algorithm !== undefined;

function decrypted(cipher: Cipher, key: Uint8Array, iv: Uint8Array, body: Uint8Array): string | null {
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    decipher.setAutoPadding(false);
    return decipher.update(body).toString('latin1');
  } catch {
    return null; // an IV of another length
  }
}

/** Keys of so many bytes among the values: a value of that length, or half of one that is twice as long. */
function keysIn(values: readonly Uint8Array[], bytes: number): Uint8Array[] {
  const halves = values
    .filter(({ length }) => length === bytes || length === 2 * bytes)
    .flatMap((value) =>
      value.length === bytes ? [value] : [value.subarray(bytes), value.subarray(0, bytes)],
    );
  const distinct = new Map(halves.map((key) => [Buffer.from(key).toString('latin1'), key]));
  return [...distinct.values()].slice(0, TRIED);
}

/** Every word that is as long as a key in hex or base64, and the same in what a longer word encodes. */
function valuesIn(text: string, depth: number): Uint8Array[] {
  return (text.match(/[\w+/-]{22,}/g) ?? []).flatMap((word) => {
    const value = Buffer.from(word, /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/i.test(word) ? 'hex' : 'base64');
    if (LENGTHS.includes(value.length)) return [value];
    return depth > 1 ? valuesIn(value.toString('latin1'), depth - 1) : [];
  });
}

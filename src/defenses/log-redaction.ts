import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { lengthPrefixed } from '../model/bytes.js';
import type { LogEntry, Part } from '../model/defense.js';
import { isUnfit, ndjson } from './limits.js';

/** Bytes of a digest that the log keeps: nobody looks for a second name with the same one. */
const DIGEST_BYTES = 12;

/**
 * The relay's log without names and words. Whoever has the relay's key can still ask "was this line Alice's?"; the
 * line's number stands under the digest, so that without the key not even two lines of one author look alike.
 */
export const logRedaction: Part = {
  id: 'log-redaction',
  title: 'A relay log of times, events, sizes and keyed digests',
  protects: 'words, authors and rooms, from whoever reads the log of the relay',
  leavesOpen: 'when, how often and how much is written; everything outside this log',
  stage: 'log',
  settings: {
    relayLog: {
      writer: (key) => {
        let number = 0;
        return (entry) => {
          const digest = digester(key, ++number);
          const line = ndjson(redacted(entry, number, digest));
          return { line, ...(isUnfit(entry) ? { act: 'log-redacted' as const } : {}) };
        };
      },
    },
  },
};

/** HMAC-SHA256 (RFC 2104): names are few, and a digest without a key is undone by trying them all. */
const digester =
  (key: Uint8Array, number: number) =>
  (kind: string, name: string): string =>
    createHmac('sha256', key)
      .update(lengthPrefixed('mallory/v1/log', String(number), kind, name))
      .digest()
      .subarray(0, DIGEST_BYTES)
      .toString('hex');

function redacted(
  { time, event, room, nick, size, error }: LogEntry,
  number: number,
  digest: (kind: string, name: string) => string,
): LogEntry {
  const entry = {
    time,
    number,
    event,
    ...(room === undefined ? {} : { room: digest('room', room) }),
    ...(nick === undefined ? {} : { nick: digest('nick', nick) }),
    ...(size === undefined ? {} : { size }),
    ...(error === undefined ? {} : { error }),
  };
  return entry;
}

const IV_BYTES = 12;

/** Bodies are encrypted in the log, and the key lies beside it: whoever reads the one reads the other. */
export const logEncryption: Part = {
  id: 'log-encryption',
  title: 'A relay log whose bodies are encrypted, with the key beside it',
  protects: 'bodies in the log, from whoever gets the log without the file beside it',
  leavesOpen: 'everything, to whoever reads the machine that has both',
  stage: 'log',
  insteadOf: 'log-redaction',
  settings: {
    relayLog: {
      keyBeside: true,
      writer:
        (key) =>
        ({ time, event, room, nick, body, error }) => {
          const rest = body === undefined ? (error ?? '') : `body=${sealed(key, body)}`;
          return { line: `${time} ${event} room=${room} nick=${nick} ${rest}`.trimEnd() };
        },
    },
  },
};

/** AES-256-GCM (NIST SP 800-38D): iv, ciphertext and tag, in base64. */
function sealed(key: Uint8Array, body: string): string {
  const iv = randomBytes(IV_BYTES); // fresh for each line: under GCM a repeated IV gives both the words and the key of the tag
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(body, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

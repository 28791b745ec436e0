/**
 * Tokens travel both ways between `mallory/fernet` and Python's `cryptography` (pyca), whose authors were among
 * the first to implement the specification. Where the two differ, ours may only be the stricter one.
 */
import { spawnSync } from 'node:child_process';
import { createCipheriv, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decrypt, encrypt, generateKey } from '../src/fernet.js';
import { decodeBase64, decodeBase64url, encodeBase64url } from '../src/model/base64.js';

/** Reads jobs as JSON, writes one answer each: `data` or `token`, or the name of the exception in `error`. */
const SCRIPT = `
import base64, json, sys
from cryptography.fernet import Fernet

def answer(job):
    fernet = Fernet(job["key"])
    if "data" in job:
        return {"token": fernet.encrypt_at_time(base64.b64decode(job["data"]), job["now"]).decode()}
    token = job["token"].encode()
    try:
        ttl = job.get("ttl")
        data = fernet.decrypt(token) if ttl is None else fernet.decrypt_at_time(token, ttl, job["now"])
        return {"data": base64.b64encode(data).decode()}
    except Exception as error:
        return {"error": type(error).__name__}

print(json.dumps([answer(job) for job in json.load(sys.stdin)]))
`;

interface Job {
  key: string;
  data?: string;
  token?: string;
  ttl?: number | undefined;
  now?: number;
}
interface Answer {
  token?: string;
  data?: string;
  error?: string;
}

const hasCryptography = (python: string) =>
  spawnSync(python, ['-c', 'import cryptography.fernet'], { stdio: 'ignore' }).status === 0;
const python = ['/usr/bin/python3', 'python3'].find(hasCryptography);

/** One process for all jobs: starting Python costs more than a thousand tokens. */
function ask(jobs: Job[]): Answer[] {
  const { status, stdout, stderr } = spawnSync(python!, ['-c', SCRIPT], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Python failed: ${stderr}`);
  return JSON.parse(stdout);
}

const KEY = generateKey();
const NOW = 1_700_000_000;
const MESSAGES = [0, 1, 15, 16, 17, 31, 32, 1000].map((n) =>
  Uint8Array.from({ length: n }, (_, i) => (i * 37 + n) & 255),
);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const NO_PYTHON =
  'no Python here can import cryptography.fernet (on Debian: apt-get install python3-cryptography)';
if (!python && process.env.CI) test('a Python with cryptography is there', () => expect.fail(NO_PYTHON));
else if (!python) console.info(`skipped: tokens to and from Python, for ${NO_PYTHON}`);

describe.skipIf(!python)('tokens between us and Python', () => {
  test('pyca opens what we write', () => {
    const answers = ask(
      MESSAGES.map((bytes) => ({ key: KEY, token: encrypt(KEY, bytes, { now: NOW }), ttl: 0, now: NOW })),
    );
    expect(answers).toEqual(MESSAGES.map((bytes) => ({ data: base64(bytes) })));
  });

  test('we open what pyca writes, dated as it dated it', () => {
    const answers = ask(MESSAGES.map((bytes) => ({ key: KEY, data: base64(bytes), now: NOW })));
    const opened = answers.map(({ token }) => decrypt(KEY, token!, { ttl: 0, now: NOW }));
    expect(opened).toStrictEqual(MESSAGES.map((value) => ({ ok: true, value, time: NOW })));
  });

  test('another key opens nothing on either side', () => {
    const [written] = ask([{ key: KEY, data: '', now: NOW }]);
    const other = generateKey();
    const [theirs, twin] = ask([other, KEY].map((key) => ({ key, token: encrypt(KEY, new Uint8Array(0)) })));
    expect(theirs).toEqual({ error: 'InvalidToken' });
    expect(twin).toEqual({ data: '' });
    expect(decrypt(other, written!.token!)).toEqual({ ok: false, code: 'bad-hmac' });
    expect(decrypt(KEY, written!.token!)).toMatchObject({ ok: true });
  });

  describe('age', () => {
    const OFFSETS = [-1e9, -61, -31, -30, -1, 0, 1, 59, 60, 61, 1e9, 2 ** 40];
    const cases = [undefined, 0, 30].flatMap((ttl) => OFFSETS.map((offset) => ({ ttl, offset })));
    const accepts = (token: string, ttl: number | undefined) => decrypt(KEY, token, { ttl, now: NOW }).ok;

    test('pyca judges the age of our tokens as we do', () => {
      const tokens = cases.map(({ offset }) => encrypt(KEY, MESSAGES[3]!, { now: NOW + offset }));
      const answers = ask(cases.map(({ ttl }, i) => ({ key: KEY, token: tokens[i]!, ttl, now: NOW })));
      expect(answers.map(({ error }) => error === undefined)).toEqual(
        cases.map(({ ttl }, i) => accepts(tokens[i]!, ttl)),
      );
      // 12 without ttl, 4 with ttl 0 (0 to 60 s ahead), 6 with ttl 30: not all, not none.
      expect(answers.filter(({ error }) => error === undefined).length).toBe(12 + 4 + 6);
    });

    test('we judge the age of pyca tokens as pyca does', () => {
      const tokens = ask(cases.map(({ offset }) => ({ key: KEY, data: 'YQ==', now: NOW + offset }))).map(
        ({ token }) => token!,
      );
      const answers = ask(cases.map(({ ttl }, i) => ({ key: KEY, token: tokens[i]!, ttl, now: NOW })));
      expect(cases.map(({ ttl }, i) => accepts(tokens[i]!, ttl))).toEqual(
        answers.map(({ error }) => error === undefined),
      );
    });
  });

  test('pyca and we refuse the same changed bytes, and take the unchanged ones', () => {
    const [written] = ask([{ key: KEY, data: base64(MESSAGES[4]!), now: NOW }]);
    const bytes = decodeBase64url(written!.token!)!;
    const changed = [...bytes.keys()].flatMap((at) =>
      [0x01, 0x80].map((mask) => bytes.map((byte, i) => (i === at ? byte ^ mask : byte))),
    );
    const cut = [...bytes.keys()].map((length) => bytes.slice(0, length));
    const tokens = [...changed, ...cut].map(encodeBase64url);
    const answers = ask([...tokens, written!.token!].map((token) => ({ key: KEY, token })));
    expect(answers.pop()).toEqual({ data: base64(MESSAGES[4]!) });
    expect(new Set(answers.map(({ error }) => error))).toEqual(new Set(['InvalidToken']));
    expect(tokens.filter((token) => decrypt(KEY, token).ok)).toEqual([]);
    expect(decrypt(KEY, written!.token!)).toMatchObject({ ok: true });
  });

  test('pyca and we refuse authentic tokens with the same broken insides', () => {
    const key = decodeBase64url(KEY)!;
    const forge = (version: number, padded: number[]) => {
      const cipher = createCipheriv('aes-128-cbc', key.subarray(16), new Uint8Array(16)).setAutoPadding(
        false,
      );
      const signed = Buffer.concat([
        Buffer.of(version),
        new Uint8Array(24),
        cipher.update(Uint8Array.from(padded)),
      ]);
      return encodeBase64url(
        Buffer.concat([signed, createHmac('sha256', key.subarray(0, 16)).update(signed).digest()]),
      );
    };
    const block = (...end: number[]) => [...Array(16 - end.length).fill(97), ...end];
    const sound = [block(1), block(2, 2), Array(16).fill(16)].map((padded) => forge(0x80, padded));
    const broken = [[], block(0), block(17), block(255), block(1, 2), [15, ...Array(15).fill(16)]].map(
      (padded) => forge(0x80, padded),
    );
    broken.push(forge(0x81, block(1)), forge(0x00, block(1)));
    const accepted = ask([...sound, ...broken].map((token) => ({ key: KEY, token }))).map(
      ({ error }) => error === undefined,
    );
    expect(accepted).toEqual([...sound.map(() => true), ...broken.map(() => false)]);
    expect([...sound, ...broken].map((token) => decrypt(KEY, token).ok)).toEqual(accepted);
  });

  test('of the respellings of one token pyca takes some and we take none', () => {
    const token = encrypt(KEY, MESSAGES[1]!, { now: NOW });
    const half = token.slice(0, 40);
    const rest = token.slice(40);
    const spellings = [
      `${token}\n`,
      ` ${token}`,
      `${half}\n${rest}`,
      `${half}%%%%${rest}`,
      `${token}=`,
      `${token}gAAA`,
      token.replace(/=+$/, ''),
      token.replace(/.==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`),
    ];
    const [twin, ...answers] = ask([token, ...spellings].map((text) => ({ key: KEY, token: text })));
    expect([twin!.data, decrypt(KEY, token).ok]).toEqual([base64(MESSAGES[1]!), true]);
    expect(spellings.filter((text) => decrypt(KEY, text).ok)).toEqual([]);
    // If pyca took none, this list would show nothing of the difference between strict and lax.
    expect(answers.filter(({ data }) => data !== undefined && decodeBase64(data) !== null)).not.toEqual([]);
  });
});

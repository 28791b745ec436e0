import { createCipheriv, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verify } from '@noble/ed25519';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeMessage } from '../../src/chat/codec.js';
import { decodeStrictFrame, MAX_FRAME } from '../../src/chat/strict.js';
import { encodeFrame, type MessageFrame, readFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { encrypt } from '../../src/fernet.js';
import { fromUtf8, utf8 } from '../../src/model/bytes.js';
import { CODES } from '../../src/model/code.js';
import type { Keys } from '../../src/model/defense.js';
import { exampleKeys } from '../support/example-keys.js';

const PAGE = readFileSync(new URL('../../docs/wire-format.md', import.meta.url), 'utf8');
const TEXT = 'Hello';

/** The code blocks of the page whose opening says this, in order. */
const blocks = (opening: string): string[] =>
  [...PAGE.matchAll(/^```([^\n]*)\n([\s\S]*?)\n```$/gm)]
    .filter(([, info]) => info === opening)
    .map(([, , text]) => text!);

const messages = blocks('json message').map((bytes) => ({ bytes, frame: readFrame(bytes) as MessageFrame }));
const exampleOf = (suite: string): MessageFrame => messages.find(({ frame }) => frame.suite === suite)!.frame;

let alice: Keys;
let bob: Keys;
beforeAll(async () => {
  alice = await exampleKeys('alice');
  bob = await exampleKeys('bob');
});

describe('docs/wire-format.md', () => {
  test('has an example of every type of frame, each accepted by both codecs and in its canonical encoding', () => {
    for (const type of ['join', 'leave', 'list', 'control', 'message', 'reply']) {
      const examples = blocks(`json ${type}`);
      expect([type, examples.length > 0]).toEqual([type, true]);
      for (const bytes of examples) {
        const frame = readFrame(bytes);
        expect(frame).toMatchObject({ v: WIRE_VERSION, type });
        expect(decodeStrictFrame(bytes)).toEqual({ ok: true, value: frame });
        expect(encodeFrame(frame!)).toBe(bytes);
      }
    }
  });

  test.each(messages.map(({ frame }) => frame.suite))(
    'its message sealed by %s opens for Bob and says Hello',
    (suite) => {
      const { header, body } = exampleOf(suite);
      const opened = layersOf(suite, bob).open(utf8(body), { header, now: header.sent });
      expect(opened.ok && fromUtf8(opened.body)).toBe(encodeMessage(TEXT));
    },
  );

  test.each(['none', 'mac', 'signature'])(
    'its message sealed by %s is what Alice’s program writes, byte for byte',
    (suite) => {
      const frame = exampleOf(suite);
      const { header } = frame;
      const body = layersOf(suite, alice).seal(utf8(encodeMessage(TEXT)), { header, now: header.sent });
      expect(encodeFrame({ ...frame, body: fromUtf8(body)! })).toBe(
        messages.find(({ frame: { suite: name } }) => name === suite)!.bytes,
      );
    },
  );

  test('its encrypted message follows from the key, the IV and the offsets that the page gives', () => {
    const raw = Buffer.from(exampleOf('encryption').body, 'base64');
    const cipher = createCipheriv('aes-128-ctr', keyOnPage('encryption'), raw.subarray(0, 16));
    expect(cipher.update(encodeMessage(TEXT)).toString('hex')).toBe(raw.subarray(16).toString('hex'));
  });

  test('its tag follows from the key that the page gives, in both examples', () => {
    for (const suite of ['mac', 'encryption+mac']) {
      const [tag, inner] = split(exampleOf(suite).body);
      expect(createHmac('sha256', keyOnPage('mac')).update(inner).digest('hex')).toBe(tag);
    }
  });

  test.each(['fernet', 'ttl+fernet'])(
    'its token of %s follows from the key, the time and the IV at its offsets',
    (suite) => {
      const { body, header } = exampleOf(suite);
      const iv = Buffer.from(body, 'base64url').subarray(9, 25);
      expect(encrypt(keyOnPage('fernet'), utf8(encodeMessage(TEXT)), { now: header.sent, iv })).toBe(body);
    },
  );

  test('its signature is over the bytes that the page spells out', () => {
    const [tag] = split(exampleOf('signature').body);
    const signed = Buffer.from(blocks('hex signed')[0]!, 'hex');
    const strict = { zip215: false };
    expect(verify(Buffer.from(tag, 'base64url'), signed, alice.personal.public, strict)).toBe(true);
    expect(
      verify(
        Buffer.from(tag, 'base64url'),
        signed.fill(0, 0, 1).fill(1, 1, 2),
        alice.personal.public,
        strict,
      ),
    ).toBe(false);
  });

  test('its keys are those that the password, the salt and the chat’s id give', () => {
    for (const use of ['encryption', 'mac', 'fernet']) {
      const key = keyOnPage(use);
      expect(Buffer.from(alice.group(use, key.length)).toString('hex')).toBe(key.toString('hex'));
    }
  });

  test('names every code of the chat and of the parts that it describes, and no code that does not exist', () => {
    const described = new Set(['chat', 'suite', ...sections()]);
    for (const [code, { part, kind }] of Object.entries(CODES))
      if (described.has(part) && kind !== 'act' && kind !== 'alarm')
        expect([code, PAGE.includes(`\`${code}\``)]).toEqual([code, true]);
    const table = /\| error \|[\s\S]*?\n\n/.exec(PAGE)![0];
    const errors = [...table.matchAll(/^\| `.*?\|/gm)].flatMap(([cell]) =>
      [...cell.matchAll(/[a-z-]+/g)].map(([code]) => code),
    );
    expect(errors.length).toBeGreaterThan(7);
    for (const code of errors) expect(Object.keys(CODES)).toContain(code);
  });

  test('has a section on every part that writes around the body', () => {
    const missing = PARTS.filter(({ envelope }) => envelope)
      .map(({ id }) => id)
      .filter((id) => !sections().includes(id));
    expect(missing).toEqual([]);
  });

  test('gives the size limit and the version that the program has', () => {
    expect(PAGE).toContain(`${MAX_FRAME / 1024} KiB`);
    expect(PAGE).toContain(MAX_FRAME.toLocaleString('fr').replace(/\s/g, ' '));
    expect(PAGE.startsWith(`# Wire format, version ${WIRE_VERSION}\n`)).toBe(true);
  });
});

/** The layers of the defense whose suite this is. */
function layersOf(suite: string, keys: Keys): ReturnType<ReturnType<typeof compose>['arm']> {
  const stack = compose(suite, PARTS);
  expect(stack.wire.suite).toBe(suite);
  return stack.arm(keys);
}

const sections = (): string[] => [...PAGE.matchAll(/^### (\S+)$/gm)].map(([, name]) => name!);

const keyOnPage = (use: string): Buffer =>
  Buffer.from(new RegExp(`^\\| \`${use}\` \\| \\d+ \\| \`([0-9a-f]+)\` \\|$`, 'm').exec(PAGE)![1]!, 'hex');

const split = (body: string): [string, string] => {
  const at = body.indexOf('.');
  return [body.slice(0, at), body.slice(at + 1)];
};

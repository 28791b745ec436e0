import { createHash, hkdfSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { keysmith } from '../../src/defenses/keys.js';
import { accepted, device, withBitFlipped } from '../support/sealed.js';

const KNOWN = PARTS;
const TEXT = 'Pay 100 euros to Bob & 10 % to 日本 = 1+1';
const of = (defense: string, group?: string) => device(defense, 'alice', group ? { group } : {}, KNOWN);

describe.each(['encryption-cbc', 'encryption-fixed-iv', 'mac-prefix', 'encryption+mac-prefix'])(
  '%s',
  (defense) => {
    test.each(['', TEXT, 'x'.repeat(60_000), '👩🏽‍🚀 שָׁלוֹם'])('opens what it sealed: %#', (text) => {
      expect(of(defense).verdict(of(defense).seal(text))).toBe(accepted(text));
    });

    test('shows another group nothing of it', () => {
      expect(of(defense, 'another group').verdict(of(defense).seal(TEXT))).not.toBe(accepted(TEXT));
    });
  },
);

describe('encryption-cbc', () => {
  test('tells a wrong padding from what cannot be a ciphertext', () => {
    const sealed = of('encryption-cbc').seal('0123456789abcdef');
    const blocks = Buffer.from(sealed, 'base64').length / 16;
    expect(of('encryption-cbc').verdict(withBitFlipped(sealed, 'base64', (blocks - 1) * 16 - 1, 0x80))).toBe(
      'bad-cbc-padding',
    );
    for (const broken of ['', 'A', sealed.slice(0, 24), sealed.slice(4), `${sealed}\n`])
      expect(of('encryption-cbc').verdict(broken)).toBe('malformed-ciphertext');
  });
});

describe('encryption-fixed-iv', () => {
  test('uses one keystream for all messages, as its title says', () => {
    const [a, b] = ['aaaa', 'bbbb'].map((text) =>
      Buffer.from(of('encryption-fixed-iv').seal(text), 'base64'),
    );
    const clear = ['aaaa', 'bbbb'].map((text) => Buffer.from(JSON.stringify({ text })));
    expect(a!.subarray(16).map((byte, at) => byte ^ b![16 + at]!)).toEqual(
      clear[0]!.map((byte, at) => byte ^ clear[1]![at]!),
    );
  });
});

describe('mac-prefix', () => {
  test('refuses a change at every byte of tag and form', () => {
    const sealed = of('mac-prefix').seal('Hi');
    for (let at = 0; at < Buffer.from(sealed, 'base64').length; at++)
      expect(of('mac-prefix').verdict(withBitFlipped(sealed, 'base64', at))).toBe('bad-mac');
    expect(of('mac-prefix').verdict('AAAA')).toBe('malformed-mac');
  });
});

describe('password-sha256', () => {
  test('brings fernet and asks for the plain hash', () => {
    const { parts, settings } = compose('password-sha256', KNOWN);
    expect([parts.map(({ id }) => id), settings.derivation]).toEqual([
      ['fernet', 'password-sha256'],
      'sha256',
    ]);
  });

  test('derives all from SHA-256 of the password and from nothing of the salt', async () => {
    const salts = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
    const made = await Promise.all(
      salts.map(async (salt) =>
        (await keysmith('letmein', salt).chat('a chat', [], 'sha256')('alice', undefined)).group('x', 16),
      ),
    );
    const master = createHash('sha256').update('letmein').digest();
    const expected = new Uint8Array(hkdfSync('sha256', master, 'a chat', 'mallory/v1/x', 16));
    expect(made).toEqual([expected, expected]);
    const stretched = await keysmith('letmein', salts[0]).chat('a chat', [])('alice', undefined);
    expect(stretched.group('x', 16)).not.toEqual(expected);
  });
});

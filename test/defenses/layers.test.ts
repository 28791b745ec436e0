import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { factOf } from '../../src/model/code.js';
import { keysOf } from '../support/keys.js';
import { accepted, device, withBitFlipped, withCharAt } from '../support/sealed.js';

/** Without a full stop, so that the one separator of a tag stays the only one. */
const TEXT = 'Pay 100 euros to Bob';
const BODY_LENGTH = JSON.stringify({ text: TEXT }).length;

const STACKS = [
  'none',
  'encryption',
  'mac',
  'fernet',
  'ttl',
  'signature',
  'codec',
  'encryption+mac',
  'encryption+signature',
  'fernet+mac',
  'mac+signature',
  'fernet+signature+codec',
  'ttl+signature+codec',
];

const EDGE_TEXTS = {
  'the empty text': '',
  'a text of 60 KB': 'Lorem ipsum dolor sit amet. '.repeat(2200),
  'emoji with joiners and skin tones': '👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿🇫🇷 e\u0301',
  'right-to-left text with its marks': 'שָׁלוֹם \u202eעולם\u202c مرحبا',
  'controls, quotes and backslashes': '\u0000\u001f"\\\n\r\t\u007f',
  'line separators, a byte order mark and U+FFFD': '\ufeff\u2028\u2029\ufffd',
  'what looks like tags and members': '.."}{__proto__:_$$ND_FUNC$$_',
};

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

describe.each(STACKS)('%s', (defense) => {
  const alice = device(defense, 'alice');
  const bob = device(defense, 'bob');

  test.each(Object.entries(EDGE_TEXTS))('carries %s from Alice to Bob unchanged', (_, text) => {
    expect(bob.verdict(alice.seal(text))).toBe(accepted(text));
  });

  test('carries any well-formed text, in any room, unchanged', () => {
    const room = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(anyText, room, (text, name) => {
        expect(bob.verdict(alice.seal(text, { room: name }), { room: name })).toBe(accepted(text));
      }),
      { numRuns: defense.includes('signature') ? 15 : 100 },
    );
  });

  test('answers any text at all with a code of the closed table or an acceptance, and never throws', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.stringMatching(/^[0-9a-f]{64}\..*$/),
    );
    fc.assert(
      fc.property(hostile, (body) => {
        const opened = bob.open(body);
        if (!opened.ok)
          expect(factOf(opened.code)).toMatchObject({ kind: expect.stringMatching(/^(check|shape)$/) });
      }),
    );
  });
});

/** Every single-character change and every truncation of a sealed body, with the code that each must meet. */
function everyChange(defense: string, codeOf: (changed: string, at: number) => string): void {
  const bob = device(defense, 'bob');
  const body = device(defense, 'alice').seal(TEXT);
  expect(bob.verdict(body)).toBe(accepted(TEXT)); // the untouched twin
  for (let at = 0; at < body.length; at++) {
    const changed = withCharAt(body, at, String.fromCharCode(body.charCodeAt(at) ^ 1));
    expect([at, bob.verdict(changed)]).toEqual([at, codeOf(changed, at)]);
  }
}

function everyTruncation(defense: string, codeOf: (cut: string) => string): void {
  const bob = device(defense, 'bob');
  const body = device(defense, 'alice').seal(TEXT);
  for (let length = 0; length < body.length; length++) {
    const cut = body.slice(0, length);
    expect([length, bob.verdict(cut)]).toEqual([length, codeOf(cut)]);
  }
  expect(bob.verdict(body)).toBe(accepted(TEXT));
}

describe('mac, a change anywhere', () => {
  const code = (changed: string): string => (changed.includes('.') ? 'bad-mac' : 'untagged');

  test('every changed byte is refused: bad-mac, or untagged where the separator is gone', () => {
    everyChange('mac', code);
  });

  test('every truncation is refused: untagged up to the separator, bad-mac after it', () => {
    everyTruncation('mac', code);
  });

  test('the same holds around a ciphertext, which is not even looked at', () => {
    everyChange('encryption+mac', code);
    everyTruncation('encryption+mac', code);
  });

  test.each([
    ['empty', ''],
    ['one byte short', 'a'.repeat(62)],
    ['one byte long', 'a'.repeat(66)],
    ['of the right length but zero', '0'.repeat(64)],
  ])('a tag that is %s is bad-mac and does not crash the comparison', (_, tag) => {
    expect(device('mac', 'bob').verdict(`${tag}.{"text":"x"}`)).toBe('bad-mac');
  });

  test('a true tag in upper case is refused: a tag has one spelling', () => {
    const [tag, body] = device('mac', 'alice').seal(TEXT).split('.') as [string, string];
    expect(device('mac', 'bob').verdict(`${tag.toUpperCase()}.${body}`)).toBe('bad-mac');
    expect(device('mac', 'bob').verdict(`${tag}.${body}`)).toBe(accepted(TEXT));
  });

  test('a tag of one body does not fit another body', () => {
    const alice = device('mac', 'alice');
    const [tag] = alice.seal(TEXT).split('.') as [string];
    expect(device('mac', 'bob').verdict(`${tag}.{"text":"Pay 900 euros to Bob"}`)).toBe('bad-mac');
  });
});

/** What a Fernet token's reader must say of characters, by an independent reading of the specification. */
function fernetCode(token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  const canonical = bytes.toString('base64url').padEnd(Math.ceil(bytes.length / 3) * 4, '=') === token;
  const ciphertext = bytes.length - 1 - 8 - 16 - 32;
  if (!canonical || ciphertext < 16 || ciphertext % 16 !== 0) return 'malformed-token';
  return bytes[0] === 0x80 ? 'bad-hmac' : 'bad-token-version';
}

describe.each(['fernet', 'ttl', 'fernet+signature+codec'])('%s, a change anywhere', (defense) => {
  test('every changed character is refused with the exact code', () => everyChange(defense, fernetCode));

  test('every truncation is refused with the exact code', () => everyTruncation(defense, fernetCode));

  test('every changed byte of the token is refused: bad-token-version for the first, bad-hmac for all others', () => {
    const token = device(defense, 'alice').seal(TEXT);
    const bob = device(defense, 'bob');
    for (let at = 0; at < Buffer.from(token, 'base64url').length; at++) {
      const code = bob.verdict(withBitFlipped(token, 'base64url', at, 0x10));
      expect([at, code]).toEqual([at, at === 0 ? 'bad-token-version' : 'bad-hmac']);
    }
    expect(bob.verdict(token)).toBe(accepted(TEXT));
  });
});

describe('signature, a change anywhere', () => {
  const TAG = 88;
  const code = (changed: string): string => {
    const dot = changed.indexOf('.');
    const tag = Buffer.from(changed.slice(0, dot), 'base64url');
    const canonical =
      tag.toString('base64url').padEnd(TAG, '=') === changed.slice(0, dot) && tag.length === 64;
    if (dot < 0) return 'unsigned';
    return canonical ? 'bad-signature' : 'malformed-signature';
  };

  test('every changed character is refused with the exact code', () => everyChange('signature', code));

  test('every truncation is refused with the exact code', () => everyTruncation('signature', code));

  test('every changed byte of the signature itself is bad-signature', () => {
    const body = device('signature', 'alice').seal(TEXT);
    const bob = device('signature', 'bob');
    for (let at = 0; at < 64; at++) {
      const tag = withBitFlipped(body.slice(0, TAG), 'base64url', at, 0x20);
      expect([at, bob.verdict(tag + body.slice(TAG))]).toEqual([at, 'bad-signature']);
    }
  });
});

describe('encryption, a change anywhere: nothing is authenticated', () => {
  const IV = 16;

  test('every flipped bit of the ciphertext is accepted, and flips just that bit of the text', () => {
    const body = device('encryption', 'alice').seal(TEXT);
    const bob = device('encryption', 'bob');
    for (let at = IV; at < IV + BODY_LENGTH; at++) {
      const plain = Buffer.from(JSON.stringify({ text: TEXT }));
      plain[at - IV]! ^= 0x04;
      expect([at, bob.verdict(withBitFlipped(body, 'base64', at, 0x04))]).toEqual([at, `accepted: ${plain}`]);
    }
  });

  test('every changed byte of the IV is accepted, as garbage of the same length', () => {
    const body = device('encryption', 'alice').seal(TEXT);
    for (let at = 0; at < IV; at++) {
      const opened = device('encryption', 'bob').open(withBitFlipped(body, 'base64', at));
      expect(opened).toMatchObject({ ok: true, body: { length: BODY_LENGTH } });
      expect(opened.ok && Buffer.from(opened.body).toString()).not.toBe(JSON.stringify({ text: TEXT }));
    }
  });

  test('every truncation to whole base64 is accepted as a shorter text, down to the IV alone; any other is malformed', () => {
    const whole = JSON.stringify({ text: TEXT });
    everyTruncation('encryption', (cut) => {
      const length = Buffer.from(cut, 'base64').length;
      if (cut.length % 4 !== 0 || length < IV) return 'malformed-ciphertext';
      return `accepted: ${whole.slice(0, length - IV)}`;
    });
  });

  test('every changed character leaves either no base64, which is refused, or another text, which is accepted', () => {
    const body = device('encryption', 'alice').seal(TEXT);
    const bob = device('encryption', 'bob');
    for (let at = 0; at < body.length; at++) {
      const changed = withCharAt(body, at, String.fromCharCode(body.charCodeAt(at) ^ 1));
      const canonical = Buffer.from(changed, 'base64').toString('base64') === changed;
      const opened = bob.open(changed);
      expect([at, opened.ok]).toEqual([at, canonical]);
      if (!opened.ok) expect(opened.code).toBe('malformed-ciphertext');
      else expect(Buffer.from(opened.body).toString()).not.toBe(JSON.stringify({ text: TEXT }));
    }
  });

  test('an IV and nothing behind it is the empty body; one byte less is no ciphertext', () => {
    const ofZeros = (bytes: number): string => Buffer.alloc(bytes).toString('base64');
    const bob = device('encryption', 'bob');
    expect(bob.verdict(ofZeros(16))).toBe('accepted: ');
    expect(bob.verdict(ofZeros(15))).toBe('malformed-ciphertext');
  });

  test('two seals of one text share neither IV nor ciphertext', () => {
    const alice = device('encryption', 'alice');
    const bodies = Array.from({ length: 64 }, () => alice.seal(TEXT));
    expect(new Set(bodies.map((body) => body.slice(0, 20))).size).toBe(64);
  });
});

describe('encryption+signature, a change anywhere', () => {
  const IV = 16;
  const TAG = 88;

  test('every flipped bit is refused: unreadable or none where it spoils the tag or the IV, bad-signature in the text', () => {
    const body = device('encryption+signature', 'alice').seal(TEXT);
    const bob = device('encryption+signature', 'bob');
    // The lowest bit but one of the last tag byte falls into a character of its own; 0x80 spoils UTF-8 and alphabet alike.
    const expected = (at: number): RegExp =>
      at < IV
        ? /^(malformed-signature|unsigned|bad-signature)$/ // another keystream: whatever comes of it, a full stop too
        : at < IV + TAG + 1
          ? /^(malformed-signature|unsigned)$/
          : /^bad-signature$/;
    for (let at = 0; at < IV + TAG + 1 + BODY_LENGTH; at++) {
      expect(bob.verdict(withBitFlipped(body, 'base64', at, 0x80)), String(at)).toMatch(expected(at));
    }
    expect(bob.verdict(body)).toBe(accepted(TEXT));
  });
});

describe('wrong keys and wrong places', () => {
  const opened = (defense: string, nick: string, keys: Parameters<typeof device>[2], header = {}): string =>
    device(defense, nick, keys).verdict(device(defense, 'alice').seal(TEXT), header);

  test.each([
    ['mac', 'bad-mac'],
    ['encryption+mac', 'bad-mac'],
    ['fernet', 'bad-hmac'],
    ['ttl', 'bad-hmac'],
    ['fernet+signature+codec', 'bad-hmac'],
    ['encryption+signature', 'malformed-signature|unsigned|bad-signature'],
  ])('%s refuses what another group key sealed: %s', (defense, code) => {
    expect(opened(defense, 'bob', { group: 'another group' })).toMatch(new RegExp(`^(${code})$`));
    expect(opened(defense, 'bob', { group: 'the group' })).toBe(accepted(TEXT));
  });

  test('encryption accepts what another group key sealed, as garbage of the same length', () => {
    const bob = device('encryption', 'bob', { group: 'another group' });
    const got = bob.open(device('encryption', 'alice').seal(TEXT));
    expect(got).toMatchObject({ ok: true, body: { length: BODY_LENGTH } });
    expect(got.ok && Buffer.from(got.body).toString()).not.toBe(JSON.stringify({ text: TEXT }));
  });

  test.each(['signature', 'fernet+signature+codec', 'encryption+signature'])(
    '%s refuses another personal key (bad-signature) and an author whom nobody pinned (unknown-author)',
    (defense) => {
      expect(opened(defense, 'bob', { pinned: { alice: 'somebody else' } })).toBe('bad-signature');
      expect(opened(defense, 'bob', { pinned: { bob: 'bob' } })).toBe('unknown-author');
      expect(opened(defense, 'bob', { pinned: { alice: 'alice' } })).toBe(accepted(TEXT));
    },
  );

  test.each([
    ['encryption', accepted(TEXT), accepted(TEXT)],
    ['mac', accepted(TEXT), accepted(TEXT)],
    ['fernet', accepted(TEXT), accepted(TEXT)],
    ['encryption+mac', accepted(TEXT), accepted(TEXT)],
    ['signature', 'bad-signature', 'bad-signature'],
    ['fernet+signature+codec', 'bad-signature', 'bad-signature'],
  ])('%s, shown in another room: %s; under another nick: %s', (defense, room, nick) => {
    expect(opened(defense, 'bob', {}, { room: 'elsewhere' })).toBe(room);
    expect(opened(defense, 'bob', {}, { nick: 'carol' })).toBe(nick);
    expect(opened(defense, 'bob', {})).toBe(accepted(TEXT));
  });

  test('a signed message under a nick that nobody pinned is refused: unknown-author', () => {
    expect(opened('signature', 'bob', {}, { nick: 'eve' })).toBe('unknown-author');
  });

  test.each([
    ['encryption', 'encryption 16'],
    ['mac', 'mac 32'],
    ['fernet', 'fernet 32'],
  ])('%s asks for one group key, by its own name and length in bytes: %s', (id, asked) => {
    const uses: string[] = [];
    const keys = keysOf('alice');
    const group: typeof keys.group = (use, bytes) => {
      uses.push(`${use} ${bytes}`);
      return keys.group(use, bytes);
    };
    compose(id, PARTS).arm({ ...keys, group });
    expect(uses).toEqual([asked]);
  });

  test('each use of the group key is a key of its own: a tag made for one part is none for another', () => {
    const token = device('fernet', 'alice').seal(TEXT);
    expect(device('mac', 'bob').verdict(token)).toBe('untagged');
    expect(
      device('encryption', 'bob').verdict(device('encryption', 'alice', { group: 'x' }).seal(TEXT)),
    ).not.toBe(accepted(TEXT));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeBase64url, decodeHex, encodeBase64url } from '../../src/model/base64.js';

const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('known spellings', () => {
  // RFC 4648 §10; `fooba?` and `foob??` add the two characters in which the alphabets differ.
  const SPELLINGS: [bytes: Uint8Array, base64: string, base64url: string][] = [
    [ascii(''), '', ''],
    [ascii('f'), 'Zg==', 'Zg=='],
    [ascii('fo'), 'Zm8=', 'Zm8='],
    [ascii('foo'), 'Zm9v', 'Zm9v'],
    [ascii('foob'), 'Zm9vYg==', 'Zm9vYg=='],
    [ascii('fooba'), 'Zm9vYmE=', 'Zm9vYmE='],
    [ascii('foobar'), 'Zm9vYmFy', 'Zm9vYmFy'],
    [Uint8Array.of(0xfb, 0xff, 0xfe), '+//+', '-__-'],
  ];
  test.each(SPELLINGS)('%o is %j, and %j in the URL alphabet', (bytes, base64, base64url) => {
    expect(decodeBase64(base64)).toStrictEqual(bytes);
    expect(decodeBase64url(base64url)).toStrictEqual(bytes);
    expect(encodeBase64url(bytes)).toBe(base64url);
  });

  test('each alphabet refuses the other, though they are the same bytes', () => {
    expect(decodeBase64('-__-')).toBeNull();
    expect(decodeBase64url('+//+')).toBeNull();
  });

  test('hex is two lowercase digits a byte', () => {
    expect(decodeHex('')).toStrictEqual(Uint8Array.of());
    expect(decodeHex('00ff1a')).toStrictEqual(Uint8Array.of(0, 255, 26));
  });
});

/** Ways to spell the bytes of a canonical text again that forgiving decoders take for the same. */
const RESPELLED: Record<string, (text: string) => string> = {
  'a newline at the end': (text) => `${text}\n`,
  'a space in front': (text) => ` ${text}`,
  'a newline in the middle': (text) => `${text.slice(0, 4)}\n${text.slice(4)}`,
  'four spaces, which keep the length a multiple of four': (text) => `${text}    `,
  'text after the padding': (text) => text.replace(/=$/, '=QUJD'),
  'one more padding character': (text) => `${text}=`,
  'four more padding characters': (text) => `${text}====`,
  'padding left out': (text) => text.replace(/=+$/, ''),
  'a NUL at the end': (text) => `${text}\0`,
  'a percent sign for a character': (text) => `%${text.slice(1)}`,
  'a letter with an accent': (text) => `é${text.slice(1)}`,
  'a character whose low byte is the right letter': (text) =>
    String.fromCharCode(0x100 + text.charCodeAt(0)) + text.slice(1),
  'a lone surrogate': (text) => `\ud800${text.slice(1)}`,
};

describe.each(['Zg==', 'Zm8=', 'Zm9v', 'Zm9vYmFyZg==', 'Zm9vYmFyZm8=', 'Zm9vYmFyZm9v'])(
  '%s and its respellings',
  (text) => {
    test('the canonical text is taken', () => {
      expect(decodeBase64(text)).not.toBeNull();
      expect(decodeBase64url(text)).not.toBeNull();
    });
    // Where a text has no padding, there is nothing to leave out and no text after it.
    const respelled = Object.entries(RESPELLED).filter(([, respell]) => respell(text) !== text);
    test.each(respelled)('%s is refused', (_, respell) => {
      expect(decodeBase64(respell(text))).toBeNull();
      expect(decodeBase64url(respell(text))).toBeNull();
    });
  },
);

describe('loose bits', () => {
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const accepted = (prefix: string, padding: string) =>
    [...ALPHABET].filter((last) => decodeBase64url(prefix + last + padding) !== null).join('');

  test('one byte leaves four bits, and only the four last characters that leave them zero are taken', () => {
    expect(accepted('Zm9vZ', '==')).toBe('AQgw');
  });
  test('two bytes leave two bits, and one last character in four is taken', () => {
    expect(accepted('Zm9vZm', '=')).toBe('AEIMQUYcgkosw048');
  });
  test('three bytes leave none, and every last character is taken', () => {
    expect(accepted('Zm9vZm9', '')).toBe(ALPHABET);
  });
});

describe('hex that is refused', () => {
  test.each(['A', 'a', 'FF', '0x00', '00 ff', '00ff\n', ' 00', '0g', 'é0', '\u0130\u0130', '00f'])(
    '%j',
    (text) => {
      expect(decodeHex(text)).toBeNull();
    },
  );
});

describe('properties', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  const plain = (b: Uint8Array) => Uint8Array.from(b);

  test('what is encoded decodes to the same bytes, in each of the three spellings', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(decodeBase64url(encodeBase64url(b))).toStrictEqual(plain(b));
        expect(decodeBase64(Buffer.from(b).toString('base64'))).toStrictEqual(plain(b));
        expect(decodeHex(Buffer.from(b).toString('hex'))).toStrictEqual(plain(b));
      }),
    );
  });

  // The decoder counts instead of encoding all again; this is the slow rule that it must equal.
  const byEncodingAgain = (text: string) => {
    const decoded = Buffer.from(text, 'base64url');
    return encodeBase64url(decoded) === text ? plain(decoded) : null;
  };
  /** Mostly alphabet, some of every kind of foreigner, so that lengths and byte counts often agree by accident. */
  const almost = fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...'ABCQRZagwxyz0189-_') },
        { weight: 2, arbitrary: fc.constantFrom(...'==+/ \n\0%é.') },
        { weight: 1, arbitrary: fc.constantFrom('\u0141', '\u013d', '\ud800', '\u3044') },
      ),
      { maxLength: 16 },
    )
    .chain((units) => fc.constantFrom('', '=', '==').map((padding) => units.join('') + padding));

  test('the URL decoder takes exactly the texts that encoding again would give', () => {
    fc.assert(
      fc.property(almost, (text) => {
        expect(decodeBase64url(text)).toStrictEqual(byEncodingAgain(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test('no string makes a decoder throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        for (const decode of [decodeBase64, decodeBase64url, decodeHex]) decode(text);
      }),
    );
  });
});

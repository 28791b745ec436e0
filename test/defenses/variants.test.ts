import { createHash, hkdfSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { messageFrame } from '../../attacks/message.js';
import { fight } from '../../src/arena/fight.js';
import { encodeMessage } from '../../src/chat/codec.js';
import { nowhere } from '../../src/defenses/arm.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { keysmith } from '../../src/defenses/keys.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { utf8 } from '../../src/model/bytes.js';
import type { Armed } from '../../src/model/stack.js';
import { eventsOf } from '../../src/model/trace.js';
import { attackBy, bout } from '../support/bouts.js';
import { keysOf, personalKey } from '../support/keys.js';
import { accepted, device, HEADER, NOW, withBitFlipped, withCharAt } from '../support/sealed.js';

const KNOWN = PARTS;
const TEXT = 'Pay 100 euros to Bob & 10 % to 日本 = 1+1';
const of = (defense: string, group?: string) => device(defense, 'alice', group ? { group } : {}, KNOWN);

describe.each([
  'encryption-cbc',
  'encryption-fixed-iv',
  'encryption-optional',
  'mac-prefix',
  'encryption+mac-prefix',
])('%s', (defense) => {
  test.each(['', TEXT, 'x'.repeat(60_000), '👩🏽‍🚀 שָׁלוֹם'])('opens what it sealed: %#', (text) => {
    expect(of(defense).verdict(of(defense).seal(text))).toBe(accepted(text));
  });

  test('shows another group nothing of it', () => {
    expect(of(defense, 'another group').verdict(of(defense).seal(TEXT))).not.toBe(accepted(TEXT));
  });
});

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

const ELSEWHERE = { room: 'den' } as const;

describe('signature-body-only', () => {
  const sealed = of('signature-body-only').seal(TEXT);

  test('fits the same author in every room, and nobody else; the sound part fits one room', () => {
    expect(of('signature-body-only').verdict(sealed)).toBe(accepted(TEXT));
    expect(of('signature-body-only').verdict(sealed, ELSEWHERE)).toBe(accepted(TEXT));
    expect(of('signature-body-only').verdict(sealed, { nick: 'bob' })).toBe('bad-signature');
    expect(of('signature').verdict(of('signature').seal(TEXT), ELSEWHERE)).toBe('bad-signature');
  });

  test('covers every character of the body', () => {
    const start = sealed.indexOf('{');
    for (let at = start; at < sealed.length; at++)
      expect(of('signature-body-only').verdict(withCharAt(sealed, at, '~'))).toBe('bad-signature');
  });

  test('is no signature of the sound part, nor the other way round', () => {
    expect(of('signature').verdict(sealed)).toBe('bad-signature');
    expect(of('signature-body-only').verdict(of('signature').seal(TEXT))).toBe('bad-signature');
  });
});

describe('signature-frame-key', () => {
  const sealed = of('signature-frame-key').seal(TEXT);

  test('opens what anybody signed under whatever name, with the key that came along', () => {
    expect(of('signature-frame-key').verdict(sealed)).toBe(accepted(TEXT));
    const strangers = device('signature-frame-key', 'mallory', {}, KNOWN).seal(TEXT);
    expect(of('signature-frame-key').verdict(strangers)).toBe(accepted(TEXT));
    expect(of('signature').verdict(strangers.slice(65))).toBe('bad-signature');
  });

  test('refuses a key that does not fit, and what carries none', () => {
    const other = Buffer.from(personalKey('bob').public).toString('hex');
    expect(of('signature-frame-key').verdict(`${other}${sealed.slice(64)}`)).toBe('bad-signature');
    for (const broken of [sealed.slice(65), sealed.slice(2), `A${sealed.slice(1)}`, sealed.slice(0, 64), ''])
      expect(of('signature-frame-key').verdict(broken)).toBe('malformed-signature');
  });

  test('refuses it in another room: only the key is anybody’s', () => {
    expect(of('signature-frame-key').verdict(sealed, ELSEWHERE)).toBe('bad-signature');
  });
});

describe('signature-first-use', () => {
  const keyOf = (name: string): string => encodeBase64url(personalKey(name).public);
  const opened = (layer: Armed, author: string, as = author): string => {
    const body = programOf(author).armed.seal(utf8(encodeMessage(TEXT)), {
      header: { ...HEADER, nick: as },
      now: NOW,
    });
    const answer = layer.open(body, { header: { ...HEADER, nick: as }, now: NOW });
    return answer.ok ? 'accepted' : answer.code;
  };
  const programOf = (nick: string, store = new Map<string, string>()) => {
    const said: string[] = [];
    const host = {
      ...nowhere(),
      me: nick,
      store,
      control: (room: string, body: string) => void said.push(room, body),
    };
    const armed = compose('signature-first-use', KNOWN).arm(keysOf(nick, { pinned: {} }), () => host);
    return { armed, said };
  };
  const heard = (armed: Armed, nick: string, body: string) =>
    armed.hear('signature-first-use', { room: 'lab', nick, body });

  test('knows nobody but itself until it is told, and then whoever it was told', () => {
    const { armed } = programOf('bob');
    expect(opened(armed, 'bob')).toBe('accepted');
    expect(opened(armed, 'alice')).toBe('unknown-author');
    armed.joined('lab', ['alice', 'bob'], [{ nick: 'alice', key: keyOf('alice') }]);
    expect(opened(armed, 'alice')).toBe('accepted');
    expect(opened(armed, 'mallory', 'alice')).toBe('bad-signature');
  });

  test('announces its own key to those in the room', () => {
    const { armed, said } = programOf('bob');
    armed.joined('lab', ['bob'], []);
    expect(said).toEqual(['lab', keyOf('bob')]);
  });

  test('believes whoever is first, the relay’s lie as well as the truth', () => {
    const { armed } = programOf('bob');
    expect(heard(armed, 'alice', keyOf('mallory'))).toBeNull();
    expect(opened(armed, 'mallory', 'alice')).toBe('accepted');
    heard(armed, 'alice', keyOf('alice'));
    expect(opened(armed, 'alice')).toBe('bad-signature');
  });

  test('goes on believing after a restart, and nobody else about itself', () => {
    const store = new Map<string, string>();
    heard(programOf('bob', store).armed, 'alice', keyOf('alice'));
    const again = programOf('bob', store).armed;
    again.joined(
      'lab',
      [],
      [
        { nick: 'alice', key: keyOf('mallory') },
        { nick: 'bob', key: keyOf('mallory') },
      ],
    );
    expect(opened(again, 'alice')).toBe('accepted');
    expect(opened(again, 'bob')).toBe('accepted');
    expect(opened(again, 'mallory', 'bob')).toBe('bad-signature');
  });

  test.each([
    '',
    'no key',
    keyOf('alice').slice(4),
    encodeBase64url(new Uint8Array(32).with(0, 1)),
    encodeBase64url(new Uint8Array(32)),
  ])('does not take "%s" for a key, and waits for a better one', (key) => {
    const { armed } = programOf('bob');
    heard(armed, 'alice', key);
    expect(opened(armed, 'alice')).toBe('unknown-author');
    heard(armed, 'alice', keyOf('alice'));
    expect(opened(armed, 'alice')).toBe('accepted');
  });
});

describe('what a chat sends', () => {
  const framesOf = async (defense: string): Promise<string[]> =>
    eventsOf(await fight(bout({ defense })), 'frame-in').map(({ bytes }) => bytes);

  test('holds keys under signature-first-use, in the joins, the answers and the announcements', async () => {
    const frames = (await framesOf('signature-first-use+codec')).map((bytes) => JSON.parse(bytes));
    const joins = frames.filter(({ type }) => type === 'join');
    expect(joins.map(({ body }) => body.key)).toEqual(
      ['alice', 'bob', 'carol'].map((nick) => encodeBase64url(personalKey(nick).public)),
    );
    const answers = frames.filter(({ type, header }) => type === 'reply' && header.to === 'join');
    expect(answers.map(({ body }) => body.keys.map(({ nick }: { nick: string }) => nick))).toEqual([
      ['alice'],
      ['alice', 'bob'],
      ['alice', 'bob', 'carol'],
    ]);
    expect(frames.some(({ header }) => header.part === 'signature-first-use')).toBe(true);
  });

  test.each(['none', 'signature', 'signature-body-only', 'signature-frame-key', 'limits+signature+codec'])(
    'holds none under %s',
    async (defense) => {
      const frames = (await framesOf(defense)).map((bytes) => JSON.parse(bytes));
      expect(frames.length).toBeGreaterThan(10);
      for (const { body } of frames)
        expect([Object.hasOwn(Object(body), 'key'), Object.hasOwn(Object(body), 'keys')]).toEqual([
          false,
          false,
        ]);
    },
  );
});

describe('encryption-optional', () => {
  test.each([
    ['encryption-optional', 'none', true],
    ['encryption-optional', 'mac', false],
    ['encryption', 'none', false],
    ['encryption-optional+signature', 'none', true],
  ])('a program of %s shows clear text under the suite %s: %s', async (defense, suite, taken) => {
    const relay = attackBy('relay', ({ inject }) => ({
      begin: () => inject('bob', messageFrame(suite, HEADER, encodeMessage('in clear'))),
    }));
    const trace = await fight(bout({ defense, ...relay }));
    const shown = eventsOf(trace, 'accept').filter(({ text }) => text === 'in clear');
    expect(shown.map(({ who, author }) => [who, author])).toEqual(taken ? [['bob', 'alice']] : []);
    expect(eventsOf(trace, 'reject').map(({ code }) => code)).toEqual(taken ? [] : ['suite-mismatch']);
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

import { describe, expect, test } from 'vitest';
import type { AttackFacts } from '../../src/model/attack.js';
import type { Counter } from '../../src/model/trace.js';
import { judgeBenign } from '../../src/referee/controls.js';
import { judge, type Tested } from '../../src/referee/judge.js';
import { CAPS } from '../../src/referee/properties/service.js';
import { PROPERTY } from '../../src/referee/properties.js';
import {
  accept,
  attackOn,
  bytesOf,
  type Entry,
  frameIn,
  frameOut,
  join,
  ROOM,
  send,
  traceOf,
} from '../support/trace.js';

const LIMITS: Tested = { id: 'limits', seals: false };
const CODEC: Tested = { id: 'codec', seals: false };

const gauge = (counter: Counter, value: number): Entry => ['relay', { kind: 'gauge', counter, value }];
const act = (code: 'join-quota' | 'session-removed' | 'buffer-capped' | 'over-size' | 'withheld'): Entry => [
  'relay',
  { kind: 'act', code },
];
const turnedAway: Entry = ['alice', { kind: 'turned-away', room: ROOM, code: 'nick-in-use' }];
const guess = (text: string): Entry => ['mallory', { kind: 'guess', text }];

/** Alice and Bob are there; Carol joins and is heard. */
const THERE = [join('alice'), join('bob')] as const;
const SERVED = [
  join('carol'),
  send('carol', 1, 'here'),
  frameIn('alice', '{}'),
  ...['alice', 'bob', 'carol'].map((who) => accept(who, 'carol', 1, 'here', 'alice#1')),
] as const;

describe('availability', () => {
  const violated = (...entries: Entry[]): string | undefined =>
    PROPERTY.availability(traceOf(...entries))?.because;

  test.each(Object.keys(CAPS) as Counter[])('%s at the cap is within means, one more is not', (counter) => {
    expect(violated(gauge(counter, CAPS[counter]))).toBeUndefined();
    const told = violated(gauge(counter, CAPS[counter] + 1));
    expect(told).toContain(`beyond ${CAPS[counter]}`);
    // The kernel takes some of what is unsent over: of that, whole caps are told.
    expect(told).toContain(counter === 'unsent' ? `more than ${CAPS.unsent}` : `${CAPS[counter] + 1}`);
  });

  test('the most that was held is what is told', () => {
    expect(violated(gauge('sessions', 70), gauge('sessions', 90))).toContain('90 sessions');
  });

  test('somebody was not let in', () => {
    expect(violated(...THERE)).toBeUndefined();
    expect(violated(...THERE, turnedAway)).toContain('alice');
  });

  test('somebody was not heard', () => {
    const said = send('alice', 1, 'hello');
    const shown = ['alice', 'bob'].map((who) => accept(who, 'alice', 1, 'hello', 'x'));
    expect(violated(...THERE, said, ...shown)).toBeUndefined();
    expect(violated(...THERE, said, shown[0]!)).toContain('bob never saw');
  });
});

describe('a flood', () => {
  const flood = (counter: Counter): AttackFacts => attackOn('availability', { position: 'flooder', counter });
  const verdict = (counter: Counter, tested: readonly Tested[], ...entries: Entry[]): string => {
    const { verdict, code } = judge(flood(counter), tested, traceOf(...entries));
    return code === null ? verdict : `${verdict} ${code}`;
  };
  const deed = frameOut('mallory', 'flood');

  test('above the cap is a breach, whatever a part noted', () => {
    const over = gauge('sessions', CAPS.sessions + 1);
    expect(verdict('sessions', [LIMITS], ...THERE, deed, act('session-removed'), over, ...SERVED)).toBe(
      'breached',
    );
  });

  test('that a part capped, with people served afterwards, is defeated', () => {
    expect(verdict('sessions', [LIMITS], ...THERE, deed, act('session-removed'), ...SERVED)).toBe(
      'defeated session-removed',
    );
    expect(verdict('received', [CODEC], ...THERE, deed, act('over-size'), ...SERVED)).toBe(
      'defeated over-size',
    );
  });

  test.each<[string, Entry[]]>([
    ['never sent anything', [...THERE, act('session-removed'), ...SERVED]],
    ['was capped by nobody', [...THERE, deed, ...SERVED]],
    ['was capped before it began', [...THERE, act('session-removed'), deed, ...SERVED]],
    ['met a cap on something else', [...THERE, deed, act('buffer-capped'), ...SERVED]],
    ['was the last thing that the relay saw', [...THERE, deed, act('session-removed')]],
    ['went on after people were served', [...THERE, deed, act('session-removed'), ...SERVED, deed]],
  ])('that %s proves nothing', (_, entries) => {
    expect(verdict('sessions', [LIMITS], ...entries)).toBe('inconclusive');
  });

  test('that a part capped which does not stand here proves nothing', () => {
    expect(verdict('sessions', [CODEC], ...THERE, deed, act('session-removed'), ...SERVED)).toBe(
      'inconclusive',
    );
  });
});

describe('integrity of the log', () => {
  const broken = (line: string, who = 'relay'): boolean =>
    PROPERTY['log-integrity'](traceOf([who, { kind: 'log', line }])) !== null;

  test.each(['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    '%j makes two lines of one',
    (end) => {
      expect(broken(`join nick=eve${end}leave nick=alice`)).toBe(true);
    },
  );

  test.each(['join nick=eve', 'join nick=eve\\nleave nick=alice', 'join\tnick=é'])(
    '%j is one line',
    (line) => {
      expect(broken(line)).toBe(false);
    },
  );

  test('a peer’s own log is her own affair', () => {
    expect(broken('a\nb', 'bob')).toBe(false);
  });
});

describe('metadata privacy', () => {
  const SENDS = [send('alice', 1, 'yes'), send('bob', 1, 'é'.repeat(100))] as const;
  const told = (text: string): boolean =>
    PROPERTY['metadata-privacy'](traceOf(...THERE, ...SENDS, guess(text))) !== null;

  test('the sizes of all messages, in bytes', () => {
    expect(told('[3,200]')).toBe(true);
  });

  test('author and room of all messages', () => {
    expect(
      told(
        JSON.stringify([
          ['alice', ROOM],
          ['bob', ROOM],
        ]),
      ),
    ).toBe(true);
  });

  test.each([
    ['a size too few', '[3]'],
    ['a size too many', '[3,200,3]'],
    ['one wrong size', '[3,3]'],
    ['the length in letters', '[3,100]'],
    [
      'the authors in another order',
      JSON.stringify([
        ['bob', ROOM],
        ['alice', ROOM],
      ]),
    ],
    [
      'another room',
      JSON.stringify([
        ['alice', 'den'],
        ['bob', ROOM],
      ]),
    ],
    ['no list', '{}'],
    ['no JSON', 'alice'],
  ])('is kept from a guess with %s', (_, text) => {
    expect(told(text)).toBe(false);
  });

  describe('of a long talk', () => {
    const answers = Array.from({ length: 128 }, (_, n) => (n % 3 === 0 ? 'yes' : 'no'.padEnd(200)));
    const said = answers.map((text, n) => send('bob', n + 1, text));
    const sizes = answers.map((text) => text.length);
    const because = (guessed: unknown): string | undefined =>
      PROPERTY['metadata-privacy'](traceOf(...THERE, ...said, guess(JSON.stringify(guessed))))?.because;
    const wrong = (count: number): number[] => sizes.map((size, at) => (at < count ? 203 - size : size));

    test.each([
      [0, 'mallory named the size of each of the 128 messages'],
      [31, 'mallory named the size of 97 of the 128 messages'],
      [32, 'mallory named the size of 96 of the 128 messages'],
      [33, undefined],
      [64, undefined],
      [128, undefined],
    ])('%i wrong sizes: no coin is right so often, or a coin would do', (count, told) => {
      expect(because(wrong(count))).toBe(told);
    });

    test('the fewer of two that are known, by the first message and the guess', () => {
      const guessed = guess(JSON.stringify(sizes.map((_, at) => [at < 31 ? 'alice' : 'bob', ROOM])));
      const violation = PROPERTY['metadata-privacy'](traceOf(...THERE, ...said, guessed));
      expect(violation?.because).toBe('mallory named the author and the room of 97 of the 128 messages');
      expect(violation?.evidence).toEqual(['bob#2', 'mallory#1']);
    });

    test('the author alone, where the rooms stay hidden', () => {
      expect(because(sizes.map((_, at) => ['bob', at % 2 ? ROOM : 'den']))).toBe(
        'mallory named the author of each of the 128 messages',
      );
    });
  });

  test.each([
    [0, true],
    [4, true],
    [5, false],
  ])('the right guess after %i wrong ones, of which the first five count', (wrong, counts) => {
    const guesses = [...Array.from({ length: wrong }, () => guess('[3,3]')), guess('[3,200]')];
    expect(PROPERTY['metadata-privacy'](traceOf(...THERE, ...SENDS, ...guesses)) !== null).toBe(counts);
  });

  test('is kept where nothing was said', () => {
    expect(PROPERTY['metadata-privacy'](traceOf(...THERE, guess('[]')))).toBeNull();
  });

  test('a wrong guess from what was never held proves nothing, and from a held line it is a defeat', () => {
    const facts = attackOn('metadata-privacy', { position: 'log' });
    const line = 'x message';
    const out = frameOut('alice', bytesOf('alice', 1, 'yes'));
    const log: Entry = ['relay', { kind: 'log', line }];
    const held: Entry = ['mallory', { kind: 'held', source: 'a log', bytes: line }];
    const verdict = (...entries: Entry[]): string => judge(facts, [], traceOf(...THERE, ...entries)).verdict;
    expect(verdict(SENDS[0], out, log, guess('[4]'))).toBe('inconclusive');
    expect(verdict(SENDS[0], out, log, held, guess('[4]'))).toBe('defeated');
    // A list of another length is about no messages of these: the log was not understood.
    expect(verdict(SENDS[0], out, log, held, guess('[]'))).toBe('inconclusive');
    expect(verdict(SENDS[0], out, log, held, guess('[4,4]'))).toBe('inconclusive');
    expect(verdict(SENDS[0], out, log, held, guess('[]'), guess('[4]'))).toBe('defeated');
    expect(verdict(SENDS[0], out, log, held, guess('[3]'))).toBe('breached');
  });
});

describe('a connection that TLS refused', () => {
  const TLS: Tested = { id: 'tls', seals: false };
  const given: Entry = ['carol', { kind: 'tls-in', bytes: 'a certificate' }];
  const refused = (code: 'bad-certificate' | 'malformed-frame'): Entry => [
    'carol',
    { kind: 'reject', code, frame: 'carol#1' },
  ];
  const stayedOut: Entry = ['carol', { kind: 'turned-away', room: ROOM, code: 'bad-certificate' }];
  const verdict = (tested: Tested, ...entries: Entry[]) =>
    judge(attackOn('integrity', { position: 'network' }), [tested], traceOf(...THERE, ...entries));

  test('is a defeat by the part that looked, of which the one who stayed out is a witness', () => {
    expect(verdict(TLS, given, refused('bad-certificate'), stayedOut)).toMatchObject({
      verdict: 'defeated',
      code: 'bad-certificate',
      part: 'tls',
      evidence: ['carol#1', 'carol#2'],
    });
  });

  test.each<[string, Tested, Entry[]]>([
    ['where no such part stands', CODEC, [given, refused('bad-certificate'), stayedOut]],
    ['where what was refused never arrived', TLS, [refused('bad-certificate'), stayedOut]],
    ['by a code that is no check', TLS, [given, refused('malformed-frame'), stayedOut]],
    ['where only a stranger refused', TLS, [given, refused('bad-certificate')]],
  ])('proves nothing %s', (_, tested, entries) => {
    expect(verdict(tested, ...entries).verdict).toBe('inconclusive');
  });
});

describe('who is kept out', () => {
  const secret = [
    'alice',
    { kind: 'send', author: 'alice', room: ROOM, slot: 1, text: 's3', secret: 's3' },
  ] as const;
  const facts = attackOn('confidentiality', { position: 'outsider' });

  test('holds nothing, and that is a defeat only where a part withheld it from her', () => {
    const message = bytesOf('alice', 1, 'sealed');
    const withheld = (...whom: string[]): Entry => ['relay', { kind: 'act', code: 'withheld', whom }];
    const trace = (...more: Entry[]) =>
      traceOf(...THERE, secret, frameOut('alice', message), ...more, guess('no'));
    const came = frameIn('relay', message);
    expect(judge(facts, [LIMITS], trace(came)).verdict).toBe('inconclusive');
    expect(judge(facts, [CODEC], trace(came, withheld('stranger-1'))).verdict).toBe('inconclusive');
    expect(judge(facts, [LIMITS], trace(came, withheld('bob', 'stranger-1')))).toMatchObject({
      verdict: 'defeated',
      code: 'withheld',
    });
    // From an honest member, of another frame, before it came; or where nobody listens on a connection.
    for (const entries of [
      [came, withheld('bob')],
      [came, act('withheld')],
      [came, frameIn('relay', 'another'), withheld('stranger-1')],
      [withheld('stranger-1'), came],
    ])
      expect(judge(facts, [LIMITS], trace(...entries)).verdict).toBe('inconclusive');
    for (const position of ['log', 'wire', 'network', 'thief'] as const)
      expect(judge({ ...facts, position }, [LIMITS], trace(came, withheld('stranger-1'))).verdict).toBe(
        'inconclusive',
      );
  });

  test('guesses wrong for nothing where the secret stood in what she held', () => {
    const ruled = (body: string) => {
      const message = bytesOf('alice', 1, body);
      return judge(
        facts,
        [LIMITS],
        traceOf(...THERE, secret, frameOut('alice', message), frameIn('mallory', message), guess('no')),
      ).verdict;
    };
    expect(ruled('sealed')).toBe('defeated');
    expect(ruled('the secret is s3')).toBe('inconclusive');
  });

  test('cannot replay: the relay refuses the copy', () => {
    const copy = bytesOf('alice', 1, 'pay', 9);
    const entries = [
      ...THERE,
      send('alice', 1, 'pay'),
      frameIn('bob', bytesOf('alice', 1, 'pay')),
      accept('bob', 'alice', 1, 'pay', 'bob#2'),
      frameOut('mallory', copy),
      frameIn('relay', copy),
      ['relay', { kind: 'reject', code: 'nick-bound', frame: 'relay#1' }],
    ] as const;
    const replay = attackOn('uniqueness', { position: 'outsider' });
    expect(judge(replay, [LIMITS], traceOf(...entries))).toMatchObject({
      verdict: 'defeated',
      code: 'nick-bound',
    });
    expect(judge(replay, [CODEC], traceOf(...entries)).verdict).toBe('inconclusive');
  });
});

test('a benign run in which somebody was turned away has failed', () => {
  const said = [send('alice', 1, 'hi'), ...['alice', 'bob'].map((who) => accept(who, 'alice', 1, 'hi', 'x'))];
  expect(judgeBenign(traceOf(...THERE, ...said)).outcome).toBe('passed');
  expect(judgeBenign(traceOf(...THERE, turnedAway, ...said)).outcome).toBe('failed');
});

import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/model/code.js';
import type { Property } from '../../src/model/property.js';
import type { Ruling } from '../../src/model/verdict.js';
import { contentOf } from '../../src/referee/defeats/content.js';
import { judge, type Tested } from '../../src/referee/judge.js';
import { FRESH } from '../../src/referee/properties/authenticity.js';
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

const TTL = [{ id: 'ttl', seals: true }];
const FERNET = [{ id: 'fernet', seals: true }];
const LIMITS = [{ id: 'limits', seals: false }];
const SIGNED_LIMITS = [...LIMITS, { id: 'signature', seals: true }];
const SEQUENCE = [{ id: 'sequence', seals: true }];

const reject = (who: string, code: Code, frame: string): Entry => [who, { kind: 'reject', code, frame }];
const HONEST = bytesOf('alice', 1, 'body');
const people = [join('alice'), join('bob')];
/** Alice's message, as far as Bob, who shows it: bob#2 is the frame. */
const conversation: readonly Entry[] = [
  ...people,
  send('alice', 1, 'hello'),
  frameOut('alice', HONEST),
  frameIn('bob', HONEST),
  accept('bob', 'alice', 1, 'hello', 'bob#2'),
];

describe('what a frame says', () => {
  const frame = (more: object): string =>
    JSON.stringify({ header: { id: 1, room: ROOM, nick: 'alice' }, body: 'x', ...more });

  test('is the same in any order of keys, and whatever number the request has', () => {
    const turned = JSON.stringify({ body: 'x', header: { nick: 'alice', id: 9, room: ROOM } });
    expect(contentOf(turned)).toBe(contentOf(frame({})));
    expect(contentOf(frame({}))).toBe(`{"body":"x","header":{"id":0,"nick":"alice","room":"${ROOM}"}}`);
  });

  test.each<[string, object]>([
    ['another body', { body: 'y' }],
    ['another room', { header: { id: 1, room: 'other', nick: 'alice' } }],
    ['a member more', { more: 1 }],
    ['nothing where there was a word', { body: null }],
    ['the word "null"', { body: 'null' }],
    ['a list', { body: ['x'] }],
    ['an object with the same values', { body: { 0: 'x' } }],
  ])('is something else with %s', (_, more) => {
    expect(contentOf(frame(more))).not.toBe(contentOf(frame({})));
  });

  test('keeps the order of a list', () => {
    expect(contentOf(frame({ body: [1, [2, 3]] }))).not.toBe(contentOf(frame({ body: [1, [3, 2]] })));
    expect(contentOf(frame({ body: [1, { a: 1, b: 2 }] }))).toBe(
      contentOf(frame({ body: [1, { b: 2, a: 1 }] })),
    );
  });

  test('is all of it where it is no JSON', () => {
    expect(contentOf('{"body":')).toBe('{"body":');
  });
});

describe('a replayed message', () => {
  const attack = attackOn('uniqueness', { position: 'outsider' });
  const fresh = bytesOf('alice', 2, 'body');

  test('that the adversary made to look new is refused as what was altered', () => {
    const trace = traceOf(
      ...conversation,
      frameOut('mallory', fresh),
      frameIn('bob', fresh),
      reject('bob', 'bad-hmac', 'bob#4'),
    );
    expect(judge(attack, FERNET, trace)).toMatchObject({
      verdict: 'defeated',
      code: 'bad-hmac',
      evidence: ['bob#4', 'bob#5'],
    });
  });

  test.each<[string, readonly Entry[]]>([
    [
      'what was altered came from nobody that is known',
      [frameIn('bob', bytesOf('alice', 3, 'other')), reject('bob', 'bad-hmac', 'bob#4')],
    ],
    [
      'the adversary sent something else than what was refused',
      [
        frameOut('mallory', fresh),
        frameIn('bob', bytesOf('alice', 3, 'other')),
        reject('bob', 'bad-hmac', 'bob#4'),
      ],
    ],
    ['she sent it and nobody refused it', [frameOut('mallory', fresh), frameIn('bob', fresh)]],
  ])('is not defeated where %s', (_, more) => {
    const ruling = judge(attack, FERNET, traceOf(...conversation, ...more));
    expect(ruling.verdict).toBe('inconclusive');
    expect(ruling.because).toContain('no part under test refused a further delivery of a shown message');
  });

  test('in another spelling is defeated by whoever reads only one', () => {
    const token = `${'Zb01'.repeat(6)}==`;
    const [once, again] = [bytesOf('alice', 1, token), bytesOf('alice', 1, token.replace('==', ''), 7)];
    const shown = [
      ...people,
      send('alice', 1, 'hello'),
      frameIn('bob', once),
      accept('bob', 'alice', 1, 'hello', 'bob#2'),
    ];
    const trace = (who: string, frame: string) =>
      traceOf(...shown, frameIn(who, again), reject(who, 'malformed-token', frame));
    expect(judge(attack, FERNET, trace('bob', 'bob#4'))).toMatchObject({
      verdict: 'defeated',
      code: 'malformed-token',
      part: 'fernet',
    });
    // Somebody who was shown nothing was not delivered a second time.
    expect(judge(attack, FERNET, trace('alice', 'alice#3')).verdict).toBe('inconclusive');
    expect(judge(attack, LIMITS, trace('bob', 'bob#4')).verdict).toBe('inconclusive');
  });

  const knocks = (...before: readonly Entry[]) =>
    traceOf(
      ...conversation,
      ...before,
      frameOut('mallory', '{"type":"join"}'),
      frameIn('relay', '{"type":"join"}'),
      reject('relay', 'unproven-member', 'relay#1'),
    );

  test('is none where she was not let in and heard nothing', () => {
    expect(judge(attack, SIGNED_LIMITS, knocks())).toMatchObject({
      verdict: 'defeated',
      code: 'unproven-member',
    });
    expect(judge(attack, SIGNED_LIMITS, knocks(frameIn('mallory', '{"type":"reply"}'))).verdict).toBe(
      'defeated',
    );
  });

  test('may still be one where she heard it, or where somebody else turned her away, or somebody else was', () => {
    const another = traceOf(
      ...conversation,
      frameIn('relay', '{"type":"join"}'),
      reject('relay', 'unproven-member', 'relay#1'),
    );
    expect(judge(attack, SIGNED_LIMITS, another).verdict).toBe('inconclusive');
    expect(judge(attack, SIGNED_LIMITS, knocks(frameIn('mallory', HONEST))).verdict).toBe('inconclusive');
    const byBob = traceOf(
      ...conversation,
      frameIn('bob', '{"type":"join"}'),
      reject('bob', 'unproven-member', 'bob#4'),
    );
    expect(judge(attack, SIGNED_LIMITS, byBob).verdict).toBe('inconclusive');
    const otherwise = traceOf(
      ...conversation,
      frameIn('relay', '{"type":"join"}'),
      reject('relay', 'nick-bound', 'relay#1'),
    );
    expect(judge(attack, SIGNED_LIMITS, otherwise).verdict).toBe('inconclusive');
  });

  test('is refused by the relay only where it is a copy', () => {
    const copied = (bytes: string) =>
      traceOf(...conversation, frameIn('relay', bytes), reject('relay', 'nick-bound', 'relay#1'));
    expect(judge(attack, LIMITS, copied(bytesOf('alice', 1, 'body', 9))).verdict).toBe('defeated');
    expect(judge(attack, LIMITS, copied(bytesOf('alice', 1, 'other', 9))).verdict).toBe('inconclusive');
  });

  test('is not refused where the first delivery was', () => {
    const trace = traceOf(
      ...people,
      send('alice', 1, 'hello'),
      frameIn('bob', HONEST),
      reject('bob', 'expired', 'bob#2'),
    );
    expect(judge(attack, TTL, trace).verdict).toBe('inconclusive');
  });
});

describe('an attack on what is delivered', () => {
  const attack = attackOn('log-integrity');
  const held: Entry = [
    'relay',
    { kind: 'forward', to: 'bob', from: 'alice', decision: 'delay', before: HONEST, bytes: HONEST },
  ];
  const passed: Entry = [
    'relay',
    { kind: 'forward', to: 'bob', from: 'alice', decision: 'forward', before: HONEST, bytes: HONEST },
  ];
  const injected: Entry = ['relay', { kind: 'inject', to: 'bob', bytes: HONEST }];
  const late = [frameIn('bob', HONEST), reject('bob', 'counter-seen', 'bob#4')] as const;

  test.each<[string, Entry]>([
    ['held a delivery back', held],
    ['put one in', injected],
    ['sent something', frameOut('mallory', HONEST)],
  ])('is defeated by a refusal after the adversary %s', (_, deed) => {
    expect(judge(attack, SEQUENCE, traceOf(...conversation, deed, ...late))).toMatchObject({
      verdict: 'defeated',
      part: 'sequence',
    });
  });

  test('is not defeated by a refusal before she did anything, or where she did nothing', () => {
    expect(judge(attack, SEQUENCE, traceOf(...conversation, ...late, held)).because).toMatch(
      /^the property held but no part under test refused or acted/,
    );
    const idle = judge(
      attack,
      SEQUENCE,
      traceOf(...conversation, passed, frameOut('alice', HONEST), ...late),
    );
    expect(idle).toMatchObject({
      verdict: 'inconclusive',
      because: 'the adversary never touched a delivery',
      evidence: [],
    });
  });

  test('by somebody who carries nothing is defeated by a refusal of what she sent, and of nothing else', () => {
    const outside = attackOn('log-integrity', { position: 'outsider' });
    const hers = traceOf(...conversation, frameOut('mallory', HONEST), ...late);
    expect(judge(outside, SEQUENCE, hers)).toMatchObject({ verdict: 'defeated', part: 'sequence' });
    const other = traceOf(...conversation, frameOut('mallory', bytesOf('alice', 1, 'hers')), ...late);
    expect(judge(outside, SEQUENCE, other).verdict).toBe('inconclusive');
  });

  test.each(['relay', 'relay+insider', 'network'] as const)(
    'by the %s is defeated by any refusal',
    (position) => {
      const trace = traceOf(...conversation, held, ...late);
      const facts = attackOn('log-integrity', { position });
      expect(judge(facts, SEQUENCE, trace)).toMatchObject({ verdict: 'defeated', part: 'sequence' });
    },
  );

  test.each(['availability', 'log-integrity'] as const)(
    'on %s is defeated by an act, but not by what was withheld from her',
    (property) => {
      const acted = (code: Code): Ruling['verdict'] => {
        const trace = traceOf(...people, frameOut('mallory', HONEST), ['relay', { kind: 'act', code }]);
        return judge(attackOn(property, { position: 'outsider' }), LIMITS, trace).verdict;
      };
      expect(acted('log-escaped')).toBe('defeated');
      expect(acted('withheld')).toBe('inconclusive');
    },
  );

  test('on the log is defeated by a line of a part that writes the log, once her request was read', () => {
    const onLog = attackOn('log-integrity', { position: 'outsider' });
    const [hers, read] = [frameOut('mallory', HONEST), frameIn('relay', HONEST)];
    const line: Entry = ['relay', { kind: 'log', line: 'join' }];
    const logging = [{ id: 'own-log', seals: false, logs: true }];
    const written = traceOf(...people, hers, read, line);
    expect(judge(onLog, logging, written)).toEqual({
      verdict: 'defeated',
      code: null,
      part: 'own-log',
      evidence: ['relay#2'],
      because: 'the log tells of her request in one line',
    });
    expect(judge(onLog, LIMITS, written).verdict).toBe('inconclusive');
    expect(judge(onLog, logging, traceOf(...people, line, hers, read)).verdict).toBe('inconclusive');
    expect(judge(attackOn('availability', { position: 'outsider' }), logging, written).verdict).toBe(
      'inconclusive',
    );
    const besides: readonly (readonly Entry[])[] = [
      [hers, frameIn('relay', bytesOf('alice', 1, 'honest')), line], // what the relay read was another's
      [hers, frameIn('bob', HONEST), line], // she never reached the relay
      [hers, ['relay', { kind: 'act', code: 'session-removed' }], line],
      [hers, read, ['bob', { kind: 'log', line: 'join' }]],
    ];
    for (const entries of besides)
      expect(judge(onLog, logging, traceOf(...people, ...entries))).toEqual({
        verdict: 'inconclusive',
        code: null,
        part: null,
        evidence: [],
        because: 'the property held but no part under test refused or acted',
      });
  });

  test('is defeated by what a part under test did, and by no other part’s deed', () => {
    const acting: Entry = ['bob', { kind: 'act', code: 'session-removed' }];
    const trace = traceOf(...conversation, held, acting);
    expect(judge(attack, LIMITS, trace)).toMatchObject({ verdict: 'defeated', code: 'session-removed' });
    expect(judge(attack, SEQUENCE, trace).verdict).toBe('inconclusive');
    expect(judge(attack, LIMITS, traceOf(...conversation, acting, held)).verdict).toBe('inconclusive');
  });
});

describe('an attack on a time or a place', () => {
  const drop: Entry = [
    'relay',
    { kind: 'forward', to: 'bob', from: 'alice', decision: 'drop', before: HONEST, bytes: null },
  ];
  const verdictOf = (property: Property, tested: readonly Tested[], ...entries: readonly Entry[]) =>
    judge(attackOn(property), tested, traceOf(...people, ...entries)).verdict;

  describe('on freshness', () => {
    const refused = (bytes: string, at: number) =>
      verdictOf(
        'freshness',
        FERNET,
        send('alice', 1, 'hello'),
        frameOut('alice', HONEST),
        drop,
        frameIn('bob', bytes, at),
        reject('bob', 'bad-hmac', 'bob#2'),
      );

    test('is defeated where what was refused had been sent too long ago, altered or not', () => {
      expect(refused(HONEST, FRESH + 1)).toBe('defeated');
      expect(refused(bytesOf('alice', 1, 'other'), FRESH + 1)).toBe('defeated');
      expect(refused(bytesOf('alice', 7, 'body'), FRESH + 1)).toBe('defeated');
    });

    test('is not where it was young, or nobody’s', () => {
      expect(refused(HONEST, FRESH)).toBe('inconclusive');
      expect(refused(bytesOf('alice', 1, 'other'), 0)).toBe('inconclusive');
      expect(refused(bytesOf('alice', 7, 'other'), FRESH + 1)).toBe('inconclusive');
    });

    test('is defeated by whoever had not been shown it, where there is one', () => {
      const by = (...rejects: readonly Entry[]) =>
        judge(
          attackOn('freshness', { position: 'outsider' }),
          [...SEQUENCE, ...TTL],
          traceOf(
            ...conversation,
            join('carol'),
            frameOut('mallory', HONEST),
            frameIn('bob', HONEST, FRESH + 1),
            frameIn('carol', HONEST, FRESH + 1),
            ...rejects,
          ),
        );
      const remembered = reject('bob', 'counter-seen', 'bob#4');
      const late = reject('carol', 'expired', 'carol#2');
      expect(by(remembered, late)).toMatchObject({ part: 'ttl', evidence: ['carol#2', 'carol#3'] });
      expect(by(remembered)).toMatchObject({ part: 'sequence', evidence: ['bob#4', 'bob#5'] });
    });
  });

  describe.each(['order', 'causal-order', 'agreement-order'] as const)('on %s', (property) => {
    const SECOND = bytesOf('alice', 2, 'second');
    const refused = (...came: readonly string[]) =>
      verdictOf(
        property,
        SEQUENCE,
        send('alice', 1, 'one'),
        frameOut('alice', HONEST),
        send('alice', 2, 'two'),
        frameOut('alice', SECOND),
        drop,
        ...came.map((bytes) => frameIn('bob', bytes)),
        reject('bob', 'counter-seen', `bob#${1 + came.length}`),
      );

    test('is defeated where what was refused had been overtaken', () => {
      expect(refused(SECOND, HONEST)).toBe('defeated');
      expect(refused(SECOND, bytesOf('alice', 1, 'other'))).toBe('defeated');
    });

    test('is not where nothing later had come, or nothing of anybody’s was refused', () => {
      expect(refused(HONEST)).toBe('inconclusive');
      expect(refused(HONEST, HONEST)).toBe('inconclusive');
      expect(refused(HONEST, SECOND)).toBe('inconclusive');
      expect(refused(SECOND, bytesOf('alice', 9, 'other'))).toBe('inconclusive');
    });

    test('is not by what a part did besides', () => {
      const acting: Entry = ['relay', { kind: 'act', code: 'session-removed' }];
      expect(verdictOf(property, LIMITS, drop, acting)).toBe('inconclusive');
    });
  });

  test.each(['completeness', 'agreement-omission'] as const)(
    'on %s is one where something was kept from somebody',
    (property) => {
      const refused = (...deeds: readonly Entry[]) =>
        judge(
          attackOn(property),
          SEQUENCE,
          traceOf(...people, ...deeds, frameIn('bob', HONEST), reject('bob', 'counter-seen', 'bob#2')),
        );
      expect(refused(drop).verdict).toBe('defeated');
      expect(refused(['relay', { kind: 'inject', to: 'bob', bytes: HONEST }])).toMatchObject({
        verdict: 'inconclusive',
        because: 'the adversary kept no message from anybody',
      });
    },
  );
});

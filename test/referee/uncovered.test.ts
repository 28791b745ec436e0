import { expect, test } from 'vitest';
import type { Position, Property } from '../../src/model/property.js';
import { judge } from '../../src/referee/judge.js';
import {
  accept as acceptOf,
  attackOn,
  type Entry,
  frameIn,
  frameOut,
  join,
  ROOM,
  send,
  traceOf,
} from '../support/trace.js';

const accept = (who: string, author: string, slot: number, text: string, at = 0) =>
  acceptOf(who, author, slot, text, 'relay#1', at);
const people = [join('alice'), join('bob')];

/** What the referee says of a run in which nobody refused anything and no alarm was raised. */
const told = (property: Property, entries: readonly Entry[], position: Position = 'relay'): string => {
  const ruling = judge(attackOn(property, { position }), [], traceOf(...people, ...entries));
  expect(ruling.verdict).toBe('breached');
  return ruling.because;
};

test('a breach is told with what no check covered: the words', () => {
  const forged = [accept('bob', 'alice', 1, 'forged')];
  expect(told('integrity', forged)).toBe(
    `bob showed as alice's a text that nobody sent in ${ROOM}, and no check of bob’s covers the words against the relay`,
  );
  expect(told('attribution', forged, 'insider')).toMatch(/covers the words against another member$/);
});

test('or the nick', () => {
  const swapped = [send('alice', 1, 'mine'), accept('bob', 'bob', 1, 'mine')];
  expect(told('attribution', swapped)).toMatch(/, and no check ties the words to the nick$/);
  const seeming = [send('alice', 1, 'mine'), accept('bob', '\u0430lice', 1, 'mine')];
  expect(told('attribution', seeming)).toMatch(/, and no check held the name against those of the members$/);
});

test('or the room', () => {
  const elsewhere = [
    ['alice', { kind: 'send', author: 'alice', room: 'elsewhere', slot: 1, text: 'mine' }, 0],
    accept('bob', 'alice', 1, 'mine'),
  ] as const;
  expect(told('integrity', elsewhere)).toMatch(/, and no check ties the words to the room$/);
});

test('or what ties them is a member’s to make', () => {
  const elsewhere = [
    ['alice', { kind: 'send', author: 'alice', room: 'elsewhere', slot: 1, text: 'mine' }, 0],
    accept('bob', 'alice', 1, 'mine'),
  ] as const;
  expect(told('integrity', elsewhere, 'insider')).toMatch(
    /, and nothing that another member cannot make ties the words to the room$/,
  );
});

test('a nick that is taken is told as one, and other refusals as limits that lack', () => {
  const turned = (code: string) => [['alice', { kind: 'turned-away', room: ROOM, code }, 0]] as const;
  expect(told('availability', turned('nick-in-use'))).toMatch(
    /, and nothing asked whoever came first to prove whose nick it is$/,
  );
  expect(told('availability', turned('join-quota'))).toMatch(
    /, and no limit and no check stood against it, and no alarm told of it$/,
  );
});

test('what was sent and refused is told with the reason, of somebody else than its author', () => {
  const refused = (sent: string): string =>
    told('availability', [
      send('alice', 1, 'mine'),
      frameOut('alice', sent),
      ...['alice', 'bob'].flatMap((who): Entry[] => [
        frameIn(who, 'hers'),
        [who, { kind: 'reject', code: 'counter-seen', frame: `${who}#${who === 'alice' ? 4 : 2}` }, 0],
      ]),
    ]);
  expect(refused('hers')).toBe(
    'bob never saw a message that alice sent: its frame was refused (a message with this counter, or a later one, was shown before), and nothing stood against what brought that about',
  );
  expect(refused('another')).toBe(
    'bob never saw a message that alice sent, and no limit and no check stood against it, and no alarm told of it',
  );
});

test('or a copy, or its age, or its absence', () => {
  const once = [send('alice', 1, 'hello'), accept('bob', 'alice', 1, 'hello')];
  expect(told('uniqueness', [...once, accept('bob', 'alice', 1, 'hello')])).toMatch(
    /, and nothing told bob that it had been shown before$/,
  );
  expect(told('freshness', [send('alice', 1, 'hello'), accept('bob', 'alice', 1, 'hello', 45)])).toMatch(
    /, and nothing held its age against a clock that is right$/,
  );
  expect(told('completeness', [send('alice', 1, 'hello')])).toMatch(/, and nothing said so$/);
});

test('an alarm is told instead: what it covers was covered', () => {
  const trace = traceOf(...people, send('alice', 1, 'hello'), [
    'bob',
    { kind: 'alarm', code: 'silence', author: 'alice', room: ROOM, slot: 1 },
    0,
  ]);
  const ruling = judge(attackOn('completeness', { alarms: ['silence'] }), [], trace);
  expect(ruling.verdict).toBe('detected');
  expect(ruling.because).not.toContain('nothing');
});

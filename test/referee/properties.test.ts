import { describe, expect, test } from 'vitest';
import { PROPERTY } from '../../src/referee/properties.js';
import { accept, frameIn, join, ROOM, send, traceOf } from '../support/trace.js';

const people = [join('alice'), join('bob')];

describe('integrity', () => {
  test('holds where every shown text was sent in that room, whoever is named as its author', () => {
    const trace = traceOf(
      ...people,
      send('alice', 1, 'hello'),
      frameIn('bob', ''),
      accept('bob', 'bob', 1, 'hello', 'bob#2'),
    );
    expect(PROPERTY.integrity(trace)).toBeNull();
  });

  test('is violated by a text that nobody sent', () => {
    const trace = traceOf(...people, send('alice', 1, 'hello'), accept('bob', 'alice', 1, 'hullo', 'bob#2'));
    expect(PROPERTY.integrity(trace)?.evidence).toEqual(['bob#2', 'bob#2']);
  });

  test('is violated by a text that was sent in another room', () => {
    const elsewhere = [
      'alice',
      { kind: 'send', author: 'alice', room: 'other', slot: 1, text: 'hello' },
    ] as const;
    expect(
      PROPERTY.integrity(traceOf(...people, elsewhere, accept('bob', 'alice', 1, 'hello', 'bob#2'))),
    ).not.toBeNull();
  });

  test('is violated by a text that was shown before it was sent', () => {
    expect(
      PROPERTY.integrity(
        traceOf(...people, accept('bob', 'alice', 1, 'hello', 'bob#2'), send('alice', 1, 'hello')),
      ),
    ).not.toBeNull();
  });

  test('says nothing of what a dishonest author says in her own name', () => {
    expect(
      PROPERTY.integrity(traceOf(...people, accept('bob', 'mallory', 1, 'anything', 'bob#2'))),
    ).toBeNull();
  });
});

describe('attribution', () => {
  test('holds where the shown author sent the text', () => {
    expect(
      PROPERTY.attribution(
        traceOf(...people, send('alice', 1, 'hello'), accept('bob', 'alice', 1, 'hello', 'bob#2')),
      ),
    ).toBeNull();
  });

  test("is violated where another honest author's name stands over the text", () => {
    expect(
      PROPERTY.attribution(
        traceOf(...people, send('alice', 1, 'hello'), accept('alice', 'bob', 1, 'hello', 'alice#3')),
      ),
    ).not.toBeNull();
  });
});

describe('attribution under a name that only looks like a member’s', () => {
  const shown = (author: string) =>
    PROPERTY.attribution(traceOf(...people, accept('bob', author, 1, 'hello', 'bob#2')));

  test('is violated, whoever sent what', () => {
    expect(shown('\u0430lice')?.because).toContain("looks like alice's");
    expect(shown('aIice')).not.toBeNull();
  });

  test('is not by a name that looks like nobody’s here, nor is integrity', () => {
    expect(shown('mallory')).toBeNull();
    expect(shown('саrol')).toBeNull(); // Carol has not joined
    expect(
      PROPERTY.integrity(traceOf(...people, accept('bob', '\u0430lice', 1, 'hello', 'bob#2'))),
    ).toBeNull();
  });
});

describe('uniqueness', () => {
  const one = send('alice', 1, 'again');

  test('holds where honest repeats of one text are each shown once', () => {
    const trace = traceOf(
      ...people,
      one,
      send('alice', 2, 'again'),
      accept('bob', 'alice', 1, 'again', ''),
      accept('bob', 'alice', 2, 'again', ''),
    );
    expect(PROPERTY.uniqueness(trace)).toBeNull();
  });

  test('is violated where one send is shown twice to the same person', () => {
    const trace = traceOf(
      ...people,
      one,
      accept('bob', 'alice', 1, 'again', ''),
      accept('bob', 'alice', 1, 'again', ''),
    );
    expect(PROPERTY.uniqueness(trace)?.evidence).toEqual(['bob#2', 'bob#3']);
  });

  test('holds where one send is shown once to each of two people', () => {
    expect(
      PROPERTY.uniqueness(
        traceOf(
          ...people,
          one,
          accept('alice', 'alice', 1, 'again', ''),
          accept('bob', 'alice', 1, 'again', ''),
        ),
      ),
    ).toBeNull();
  });

  test("is violated by a second display under another's name", () => {
    const trace = traceOf(
      ...people,
      one,
      accept('bob', 'alice', 1, 'again', ''),
      accept('bob', 'carol', 1, 'again', ''),
    );
    expect(PROPERTY.uniqueness(trace)).not.toBeNull();
  });
});

describe('freshness', () => {
  test.each([
    [30, true],
    [30.5, false],
  ])('of a message shown after %d s: %s', (age, fresh) => {
    const trace = traceOf(
      ...people,
      send('alice', 1, 'now', 5),
      accept('bob', 'alice', 1, 'now', '', 5 + age),
    );
    expect(PROPERTY.freshness(trace) === null).toBe(fresh);
  });

  test('counts from the last honest send of the same text', () => {
    const trace = traceOf(
      ...people,
      send('alice', 1, 'now', 0),
      send('alice', 2, 'now', 40),
      accept('bob', 'alice', 2, 'now', '', 45),
    );
    expect(PROPERTY.freshness(trace)).toBeNull();
  });
});

describe('order', () => {
  const sends = [send('alice', 1, 'first'), send('alice', 2, 'second'), send('bob', 1, 'other')];

  test("holds where authors interleave but each author's messages stay in order", () => {
    const shown = ['other', 'first', 'second'].map((text) =>
      accept('bob', text === 'other' ? 'bob' : 'alice', 1, text, ''),
    );
    expect(PROPERTY.order(traceOf(...people, ...sends, ...shown))).toBeNull();
  });

  test('is violated where a later message of an author is shown first', () => {
    const shown = ['second', 'first'].map((text) => accept('bob', 'alice', 1, text, ''));
    expect(PROPERTY.order(traceOf(...people, ...sends, ...shown))).not.toBeNull();
  });

  test('holds for honest repeats around another message', () => {
    const texts = ['ping', 'pong', 'ping'];
    const trace = traceOf(
      ...people,
      ...texts.map((text, at) => send('alice', at + 1, text)),
      ...texts.map((text) => accept('bob', 'alice', 1, text, '')),
    );
    expect(PROPERTY.order(trace)).toBeNull();
  });
});

describe('completeness', () => {
  const shownTo = (...names: string[]) => names.map((who) => accept(who, 'alice', 1, 'hello', ''));

  test('holds where every member has seen every message, the author her own among them', () => {
    expect(
      PROPERTY.completeness(traceOf(...people, send('alice', 1, 'hello'), ...shownTo('alice', 'bob'))),
    ).toBeNull();
  });

  test.each(['alice', 'bob'])('is violated where %s has not', (who) => {
    const others = ['alice', 'bob'].filter((name) => name !== who);
    expect(
      PROPERTY.completeness(traceOf(...people, send('alice', 1, 'hello'), ...shownTo(...others))),
    ).not.toBeNull();
  });

  test('asks nothing of who joined later or had left', () => {
    const left = ['bob', { kind: 'leave', room: ROOM }] as const;
    expect(
      PROPERTY.completeness(
        traceOf(...people, left, send('alice', 1, 'hello'), ...shownTo('alice'), join('carol')),
      ),
    ).toBeNull();
  });
});

describe('confidentiality', () => {
  const secret = [
    'bob',
    { kind: 'send', author: 'bob', room: ROOM, slot: 1, text: 'code c0ffee', secret: 'c0ffee' },
  ] as const;
  const guess = (text: string) => ['mallory', { kind: 'guess', text }] as const;

  test('is violated by the right guess', () => {
    expect(PROPERTY.confidentiality(traceOf(...people, secret, guess('c0ffee')))).not.toBeNull();
  });

  test.each(['c0ffef', 'c0ffe', 'code c0ffee', ''])('holds against the guess “%s”', (text) => {
    expect(PROPERTY.confidentiality(traceOf(...people, secret, guess(text)))).toBeNull();
  });
});

const detonation = (who: string, executed: boolean, why = '') =>
  [who, { kind: 'detonation', place: who, executed, why, frame: '' }] as const;
/** What one event shows by itself. */
const shown = (id: string, because: string) => ({ evidence: [id], about: [], because });

describe('execution safety', () => {
  const violation = PROPERTY['execution-safety'];

  test('is violated by a canary that was found, and by nothing less', () => {
    const ran = 'what the frame brought took effect where relay decodes: its canary was found';
    expect(violation(traceOf(detonation('relay', true)))).toEqual(shown('relay#1', ran));
    expect(violation(traceOf(detonation('relay', false)))).toBeNull();
  });

  test.each([
    ['bob', 'alice', 'carol'],
    ['alice', 'carol', 'bob'],
    ['carol', 'bob', 'alice'],
  ])('names the first by name of %s, %s and %s', (...all) => {
    const trace = traceOf(...all.map((who) => detonation(who, true)));
    expect(violation(trace)?.evidence).toEqual(['alice#1']);
  });
});

describe('availability', () => {
  test('is violated where somebody was not let in', () => {
    const turned = ['alice', { kind: 'turned-away', room: ROOM, code: 'nick-bound' }] as const;
    expect(PROPERTY.availability(traceOf(turned))).toEqual(
      shown('alice#1', 'alice did not get in: this connection is not the one that the nick is bound to'),
    );
  });

  test('is violated where somebody could not say what she wanted to, unless it has no UTF-8 form', () => {
    const unsaid = (code: 'no-epoch-key' | 'not-well-formed') =>
      ['alice', { kind: 'unsaid', room: ROOM, code }] as const;
    expect(PROPERTY.availability(traceOf(unsaid('not-well-formed')))).toBeNull();
    expect(PROPERTY.availability(traceOf(unsaid('not-well-formed'), unsaid('no-epoch-key')))).toEqual(
      shown('alice#2', expect.stringMatching(/^alice could not say what she wanted to: \S/)),
    );
  });

  test.each(['crashed', 'timed-out'])('is violated by a decoder that %s', (why) => {
    const told = `what the frame asks for ended the process that decodes it as relay does (${why})`;
    expect(PROPERTY.availability(traceOf(detonation('relay', false, why)))).toEqual(shown('relay#1', told));
    expect(PROPERTY.availability(traceOf(detonation('relay', false, 'no-canary')))).toBeNull();
  });
});

describe('integrity of the log', () => {
  test.each(['\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    'is violated by %j within a line',
    (sign) => {
      const line = (who: string) => [who, { kind: 'log', line: `one${sign}two` }] as const;
      expect(PROPERTY['log-integrity'](traceOf(line('relay')))).toEqual(
        shown('relay#1', expect.stringContaining('two lines')),
      );
      expect(PROPERTY['log-integrity'](traceOf(line('bob')))).toBeNull();
    },
  );
});

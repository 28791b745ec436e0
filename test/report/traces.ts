import type { TrialResult } from '../../src/model/results.js';
import type { Event, Observation, Trace } from '../../src/model/trace.js';
import type { ToldCell } from '../../src/report/index.js';

const SECRET = '0123456789abcdef0123456789abcdef';
export const frame = (nick: string, seq: number, body: string): string =>
  JSON.stringify({
    v: 1,
    type: 'message',
    header: { id: 2, room: 'lab', nick, seq, sent: 7 },
    suite: 'none',
    body,
  });

/** Who observed what, and when in virtual seconds. */
export type Step = readonly [string, Observation, number?];

/** A trace from steps; ids are counted as the recorder counts them. */
export function traceOf(...steps: readonly Step[]): Trace {
  const counts = new Map<string, number>();
  return steps.map(([who, observation, at = 0]): Event => {
    counts.set(who, (counts.get(who) ?? 0) + 1);
    return { id: `${who}#${counts.get(who)}`, who, at, ...observation };
  });
}

export const told = (result: Partial<TrialResult>, trace: Trace): ToldCell => ({
  attack: { id: 'rogue-server/rewrite', title: 'The server rewrites a message', sources: ['RFC 2104 §6'] },
  stack: { id: 'fernet', title: 'Fernet' },
  result: {
    attack: 'rogue-server/rewrite',
    defense: 'fernet',
    verdict: 'breached',
    tactic: 'first',
    code: null,
    part: null,
    evidence: [],
    because: 'so the referee says',
    stoppedBy: null,
    ms: 1,
    ...result,
  },
  trace,
  tactic: { id: 'first', does: "changes Alice's first message" },
});

/** A server that changes one amount on the way from Alice to Bob. */
export const rewritten = (before: string, after: string, text = 'Pay 900'): Trace =>
  traceOf(
    ['alice', { kind: 'join', room: 'lab' }],
    ['bob', { kind: 'join', room: 'lab' }],
    ['alice', { kind: 'send', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100' }],
    ['alice', { kind: 'frame-out', bytes: before }],
    ['relay', { kind: 'frame-in', bytes: before, from: 'alice' }],
    ['mallory', { kind: 'did', what: 'flips a bit on the way to bob' }],
    ['relay', { kind: 'forward', to: 'bob', from: 'alice', decision: 'replace', before, bytes: after }],
    ['bob', { kind: 'frame-in', bytes: after }],
    ['bob', { kind: 'accept', author: 'alice', room: 'lab', slot: 1, text, frame: 'bob#2' }],
  );

/** Somebody who reads a log and guesses. */
export const sniffed = (guess: string): Trace =>
  traceOf(
    ['bob', { kind: 'join', room: 'lab' }],
    [
      'bob',
      { kind: 'send', author: 'bob', room: 'lab', slot: 1, text: `The code is ${SECRET}.`, secret: SECRET },
    ],
    ['bob', { kind: 'frame-out', bytes: frame('bob', 1, `The code is ${SECRET}.`) }],
    ['mallory', { kind: 'held', source: "relay's log", bytes: `12:00 message ${SECRET}` }],
    ['mallory', { kind: 'did', what: `reads 12 characters and looks for ${SECRET}` }],
    ['mallory', { kind: 'guess', text: guess }],
  );
export { SECRET };
